// Reads lines "CLASS<TAB>JSON", and writes each payload back after a round trip through its type, or "!" and why not.
use live_activity::*;
use std::io::BufRead;

fn through<T: serde::de::DeserializeOwned + serde::Serialize>(text: &str) -> String {
    match serde_json::from_str::<T>(text) {
        Ok(made) => serde_json::to_string(&made).expect(text),
        Err(error) => format!("!{}", error),
    }
}

fn main() {
    for line in std::io::stdin().lock().lines() {
        let line = line.unwrap();
        let (class, text) = line.split_once('\t').unwrap();
        let back = match class {
            "CLASS" => through::<CLASS>(text), // each class
            _ => panic!("{}", class),
        };
        println!("{}", back);
    }
}
