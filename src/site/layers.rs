//! What the layers of the explorer count, and what is listed behind a count.

use std::collections::BTreeMap;

use super::pages::Content;
use crate::domain::{
    ids::CellId,
    relations::{Layer, Related},
};

/// How often each pair is named in what a layer counts; pairs that are never named are left out.
pub fn counts(content: &Content, layer: &Layer) -> BTreeMap<CellId, usize> {
    let mut counts = BTreeMap::new();
    let Some(related) = related(content, layer) else {
        return content.stories.cells.iter().map(|(cell, places)| (cell.clone(), places.len())).collect();
    };
    for cell in related.iter().filter(|one| one.counts()).flat_map(Related::cells) {
        *counts.entry(cell).or_default() += 1;
    }
    counts
}

/// The list behind a layer; none for case studies.
pub fn related<'a>(content: &'a Content, layer: &Layer) -> Option<&'a Vec<Related>> {
    layer.list().map(|_| &content.related[&layer.from])
}
