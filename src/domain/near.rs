//! Words that are nearly the same: what a reader may have meant.

/// Turns a word into what is compared: lower case, without the accents of Latin letters and the marks of Arabic.
pub fn folded(word: &str) -> String {
    word.chars().map(lower).filter_map(fold).collect()
}

/// A letter in lower case, for the scripts of the six languages that have two cases: the tables for all scripts of the
/// world are too large for what the application does with them.
pub fn lower(c: char) -> char {
    match c {
        'A'..='Z' => c.to_ascii_lowercase(),
        'À'..='Ö' | 'Ø'..='Þ' | 'А'..='Я' => char::from_u32(u32::from(c) + 32).unwrap_or(c),
        'Ѐ'..='Џ' => char::from_u32(u32::from(c) + 80).unwrap_or(c),
        _ => c,
    }
}

fn fold(c: char) -> Option<char> {
    Some(match c {
        'á' | 'à' | 'â' | 'ä' | 'ã' | 'å' => 'a',
        'é' | 'è' | 'ê' | 'ë' => 'e',
        'í' | 'ì' | 'î' | 'ï' => 'i',
        'ó' | 'ò' | 'ô' | 'ö' | 'õ' => 'o',
        'ú' | 'ù' | 'û' | 'ü' => 'u',
        'ç' => 'c',
        'ñ' => 'n',
        'ё' => 'е',
        'أ' | 'إ' | 'آ' => 'ا',
        'ى' => 'ي',
        'ة' => 'ه',
        '\u{64b}'..='\u{652}' | '\u{640}' => return None,
        c => c,
    })
}

/// The number of letters to change, add, drop or swap with the next; `None` when it is more than `most`.
pub fn distance(a: &str, b: &str, most: usize) -> Option<usize> {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    if a.len().abs_diff(b.len()) > most {
        return None;
    }
    let mut before: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.iter().enumerate() {
        let mut row = vec![i + 1];
        for (j, y) in b.iter().enumerate() {
            let change = last[j] + usize::from(x != y);
            let mut best = change.min(last[j + 1] + 1).min(row[j] + 1);
            if i > 0 && j > 0 && *x == b[j - 1] && a[i - 1] == *y {
                best = best.min(before[j - 1] + 1);
            }
            row.push(best);
        }
        before = std::mem::replace(&mut last, row);
    }
    last.last().copied().filter(|distance| *distance <= most)
}

/// The word of the vocabulary that is closest to one that is not in it; the first of equals.
///
/// A word counts as known when the vocabulary has it or a word that begins with it. Short words allow one slip, longer
/// ones two.
pub fn meant<'a>(word: &str, vocabulary: &'a [String]) -> Option<&'a str> {
    let wanted = folded(word);
    let letters = wanted.chars().count();
    let folds = || vocabulary.iter().map(|known| (folded(known), known));
    if letters < 4 || wanted.chars().any(|c| c.is_ascii_digit()) || folds().any(|(known, _)| known.starts_with(&wanted))
    {
        return None;
    }
    let most = if letters < 7 { 1 } else { 2 };
    let near = folds().filter_map(|(fold, known)| Some((distance(&wanted, &fold, most)?, known)));
    near.min_by_key(|(distance, _)| *distance).map(|(_, known)| known.as_str())
}
