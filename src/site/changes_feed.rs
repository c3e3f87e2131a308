//! The feed of changes to the matrix: what changed when and why, in each language, the newest first.

use atom_syndication as atom;

use super::{
    feeds::{instant, link},
    pages::Content,
    settings::Settings,
};
use crate::{
    domain::lang::Lang,
    route::{Route, asset},
};

/// Below the root of the site: `feeds/fr/matrix.atom`.
pub fn path(lang: Lang) -> String {
    format!("feeds/{}/matrix.atom", lang.code())
}

/// The feed as Atom. An entry is a change; its text names the links.
pub fn atom(content: &Content, lang: Lang, settings: &Settings) -> String {
    let here = settings.absolute(&asset(&settings.base, &path(lang)));
    let matrix = settings.absolute(&Route::Matrix.href(&settings.base, lang));
    let title = &content.texts(lang).data.changes;
    let entry = |(at, change): (usize, &crate::domain::content::Change)| {
        let cells: Vec<String> = change.cells.iter().map(ToString::to_string).collect();
        let what = change.what.get(&lang).or_else(|| change.what.get(&Lang::En)).cloned().unwrap_or_default();
        let address = match &change.cells[..] {
            [only] => settings.absolute(&Route::Cell(only.clone()).href(&settings.base, lang)),
            _ => matrix.clone(),
        };
        atom::Entry {
            title: what.into(),
            id: format!("{here}#{}-{at}", change.date),
            updated: instant(&change.date.to_string()),
            links: vec![link(address, "alternate")],
            summary: Some(cells.join(", ").into()),
            ..atom::Entry::default()
        }
    };
    let updated = content.changes.last().map_or(content.today, |change| change.date);
    atom::Feed {
        title: format!("#ICT4SDG · {title}").into(),
        id: here.clone(),
        updated: instant(&updated.to_string()),
        links: vec![link(here.clone(), "self"), link(matrix.clone(), "alternate")],
        authors: vec![atom::Person { name: "#ICT4SDG".to_owned(), ..atom::Person::default() }],
        rights: Some("CC BY 4.0".into()),
        lang: Some(lang.code().to_owned()),
        entries: content.changes.iter().enumerate().rev().map(entry).collect(),
        ..atom::Feed::default()
    }
    .to_string()
}
