//! A slug for a title that nobody has chosen yet.

use super::{names::Slug, near::folded};

/// Latin letters without accents, Cyrillic ones in Latin. Other scripts
/// leave nothing; then the organisation and the year must do.
pub fn slug_for(title: &str, organisation: &str, year: u16) -> Option<Slug> {
    let name = latin(title);
    let name = if name.len() < 3 { latin(&format!("{organisation} {year}")) } else { name };
    let mut cut = name.as_str();
    if cut.len() > 60 {
        cut = &cut[..60];
        cut = cut.rfind('-').map_or(cut, |end| &cut[..end]);
    }
    Slug::parse(cut.trim_matches('-')).ok()
}

/// Letters and digits of Latin and Cyrillic as ASCII, everything else as single hyphens.
fn latin(text: &str) -> String {
    let mut out = String::new();
    for c in folded(text).chars() {
        match c {
            'a'..='z' | '0'..='9' => out.push(c),
            _ => match cyrillic(c) {
                Some(letters) => out.push_str(letters),
                None if !out.is_empty() && !out.ends_with('-') => out.push('-'),
                None => {}
            },
        }
    }
    out
}

const fn cyrillic(c: char) -> Option<&'static str> {
    const LETTERS: [&str; 32] = [
        "a", "b", "v", "g", "d", "e", "zh", "z", "i", "y", "k", "l", "m", "n", "o", "p", "r", "s", "t", "u", "f", "kh",
        "ts", "ch", "sh", "shch", "", "y", "", "e", "yu", "ya",
    ];
    match c {
        'а'..='я' => Some(LETTERS[(c as usize) - ('а' as usize)]),
        _ => None,
    }
}
