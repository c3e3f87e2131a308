//! Whether two case studies may be the same: what staff are shown beside a new one.

use super::near::folded;

/// What is compared of a case study.
#[derive(Clone, Copy, Debug)]
pub struct Sketch<'a> {
    pub title: &'a str,
    pub organisation: &'a str,
    pub countries: &'a [String],
    pub goals: &'a [u64],
}

/// From 0 (nothing in common) to 100 (all the same). Titles weigh most; from 40 on somebody should look.
pub fn likeness(a: Sketch<'_>, b: Sketch<'_>) -> usize {
    let titles = shared(&words(a.title), &words(b.title));
    let makers = shared(&words(a.organisation), &words(b.organisation));
    let places = shared(a.countries, b.countries);
    let goals = shared(a.goals, b.goals);
    (titles * 50 + makers * 25 + places * 15 + goals * 10) / 100
}

/// Words of three letters and more; single characters where a script writes no spaces.
fn words(text: &str) -> Vec<String> {
    let split = text.split(|c: char| !c.is_alphanumeric()).map(folded);
    let mut all: Vec<String> = Vec::new();
    for word in split {
        if word.chars().any(|c| c >= '\u{2e80}') {
            all.extend(word.chars().map(String::from));
        } else if word.chars().count() > 2 {
            all.push(word);
        }
    }
    all
}

/// How much two sets share, in percent of the smaller one.
fn shared<T: PartialEq>(a: &[T], b: &[T]) -> usize {
    let both = a.iter().filter(|one| b.contains(one)).count();
    (both * 100).checked_div(a.len().min(b.len())).unwrap_or(0).min(100)
}
