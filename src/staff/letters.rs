//! E-mails to members, in their language: the desk writes them into the mail program of the editor.

use leptos::prelude::window;

use crate::domain::{
    text::{fill, in_query},
    texts::Staff,
};

/// The reasons an editor may give, as the words of a language have them.
pub fn reasons(words: &Staff) -> [&String; 5] {
    [
        &words.reason_promotion,
        &words.reason_no_ict,
        &words.reason_no_source,
        &words.reason_duplicate,
        &words.reason_unclear,
    ]
}

/// What a letter is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    Ask,
    Reject,
}

/// A letter about a submission, in the words of its language.
pub fn about(words: &Staff, purpose: Purpose, to: &str, title: &str, reason: &str) -> String {
    let template = match purpose {
        Purpose::Ask => &words.letter_ask,
        Purpose::Reject => &words.letter_reject,
    };
    letter(words, to, title, &fill(template, &[("title", title), ("reason", reason)]))
}

/// A reminder that a case study should be confirmed.
pub fn reminder(words: &Staff, title: &str, date: &str, link: &str) -> String {
    letter(words, "", title, &fill(&words.letter_old, &[("title", title), ("date", date), ("link", link)]))
}

fn letter(words: &Staff, to: &str, title: &str, body: &str) -> String {
    let subject = fill(&words.letter_subject, &[("title", title)]);
    // Whoever wrote the address may have put more into it than an address.
    let to = if to.chars().all(|c| c.is_alphanumeric() || "@.+-_".contains(c)) { to } else { "" };
    format!("mailto:{to}?subject={}&body={}", in_query(&subject), in_query(body))
}

/// Opens the mail program.
pub fn open(address: &str) {
    let _ = window().location().set_href(address);
}
