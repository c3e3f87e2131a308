//! The shelf of the library, as the application reads it: all case studies in columns; their cards, a few to a file; and
//! their order by title, which is asked for seldom.

use std::collections::BTreeMap;

use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD};
use serde_json::Value;
use sha2::{Digest, Sha256};

use super::{pages::Content, settings::Settings};
use crate::{
    domain::{
        ids::{GoalId, LineId},
        lang::Lang,
        near::folded,
        packed::Packed,
        shelf::{Entry, Shelf},
        story::{Origin, Story},
    },
    store::CARDS_PER_FILE,
};

/// Path below the root of the site and content of each file of the shelf.
pub type Made = Vec<(String, String)>;

fn shelf(content: &Content) -> Shelf {
    let entry = |story: &Story| Entry {
        goals: story.goals.clone(),
        lines: story.lines.clone(),
        countries: story.countries.clone(),
        kind: story.kind,
        from: story.years.from,
        to: story.years.to,
        prize: story.prize.as_ref().map(|prize| (prize.result, prize.year)),
        imported: story.origin == Origin::Imported,
    };
    Shelf { entries: content.stories.all.iter().map(entry).collect() }
}

fn columns(content: &Content) -> String {
    let lines: Vec<LineId> = content.lines.iter().map(|line| line.id.clone()).collect();
    let goals: Vec<GoalId> = content.goals.iter().map(|goal| goal.number).collect();
    shelf(content).columns(&lines, &goals).to_string()
}

/// A name for the state of the shelf: files of another state are never mixed with it.
pub fn id(content: &Content) -> String {
    let mut hash = Sha256::new();
    hash.update(columns(content));
    for story in &content.stories.all {
        hash.update(story.id.as_str());
    }
    BASE64_URL_SAFE_NO_PAD.encode(hash.finalize())[..10].to_owned()
}

/// Every file of the shelf. Ours lie in `library/{lang}/`, imported ones, the same in all languages, in
/// `library/imported/`; each is numbered in the order of the library among its own.
pub fn all(content: &Content, settings: &Settings) -> Made {
    let mut made = vec![("library/columns.json".to_owned(), columns(content))];
    let (ours, imported): (Vec<&Story>, Vec<&Story>) =
        content.stories.all.iter().partition(|story| story.origin != Origin::Imported);
    for lang in Lang::ALL {
        made.extend(cards(content, settings, &ours, lang, lang.code()));
        made.push((format!("library/{}/titles.json", lang.code()), titles(content, lang)));
        made.push((format!("library/{}/form.json", lang.code()), content.form_file(lang, settings)));
    }
    made.extend(cards(content, settings, &imported, Lang::En, "imported"));
    made
}

fn cards(content: &Content, settings: &Settings, stories: &[&Story], lang: Lang, folder: &str) -> Made {
    let file = |(at, some): (usize, &[&Story])| {
        let cards = some.iter().map(|story| content.raw_card(story, lang, settings).pack()).collect();
        (format!("library/{folder}/{at}.json"), Value::Array(cards).to_string())
    };
    stories.chunks(CARDS_PER_FILE).enumerate().map(file).collect()
}

/// The places of all case studies in the order of their titles.
fn titles(content: &Content, lang: Lang) -> String {
    let by_title: BTreeMap<(String, usize), usize> =
        content.stories.all.iter().enumerate().map(|(at, story)| ((folded(story.told(lang).title), at), at)).collect();
    Value::from(by_title.into_values().collect::<Vec<_>>()).to_string()
}
