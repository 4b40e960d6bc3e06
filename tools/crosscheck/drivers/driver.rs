// Answers each payload, "pair<TAB>JSON" on a line, with what comes of it there and back.
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
