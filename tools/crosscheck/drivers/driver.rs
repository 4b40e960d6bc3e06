// Reads lines of the form "pair<TAB>JSON" and writes each payload back as JSON after a round trip through the types.
#![allow(dead_code)]
use std::io::BufRead;

mod PAIR; // each pair

fn through<T: serde::de::DeserializeOwned + serde::Serialize>(text: &str) -> String {
    let made: T = serde_json::from_str(text).expect(text);
    serde_json::to_string(&made).expect(text)
}

fn main() {
    for line in std::io::stdin().lock().lines() {
        let line = line.unwrap();
        let (pair, text) = line.split_once('\t').unwrap();
        let back = match pair {
            "PAIR" => through::<PAIR::CLASS>(text), // each pair
            _ => panic!("{}", pair),
        };
        println!("{}", back);
    }
}
