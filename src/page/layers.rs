//! The layers of the explorer, as they travel: what the cells can count instead of targets.

use crate::{
    domain::{ids::CellId, plural::Plural, query::Query},
    packed,
    page::Matrix,
};

/// What the cells can count instead of targets.
#[derive(Clone, Debug, PartialEq)]
pub struct LayerRef {
    pub id: String,
    pub name: String,
    pub lead: String,
    pub unit: Plural,
    /// Counts links for which there is nothing.
    pub gaps: bool,
    /// What is counted is found in the library, not on the pages of links and lines.
    pub in_library: bool,
    /// Of each link, in the order of the links, one letter each: `a` for none, `b` for one …; see [`LayerRef::outside`].
    pub counts: String,
    /// Of pairs that the matrix does not link: `c1-4b c1-8c`. Letters take a third of the bytes that lists of numbers do.
    pub outside: String,
}

/// What one cell shows of a layer and a search.
#[derive(Clone, Debug, Default)]
pub struct Mark {
    /// Only of linked cells, while a layer is shown.
    pub count: Option<usize>,
    pub gap: bool,
    /// What was found is elsewhere, or the layer has nothing to say of it.
    pub quiet: bool,
    /// The accessible name of the link in the cell.
    pub name: Option<String>,
}

packed! {
    LayerRef { id, name, lead, unit, gaps, in_library, counts, outside }
}

/// Counts as letters: `a` is none. More than a letter can say stand as the highest one, which no count comes near.
const NONE: u32 = 'a' as u32;

pub fn letter(count: usize) -> char {
    u32::try_from(count)
        .ok()
        .and_then(|count| char::from_u32(NONE + count))
        .filter(|c| *c < '\u{d000}')
        .unwrap_or('\u{cfff}')
}

fn number(letter: char) -> usize {
    u32::from(letter).saturating_sub(NONE) as usize
}

impl LayerRef {
    /// The count of a link, by its place among the links.
    pub fn count_at(&self, at: usize) -> usize {
        self.counts.chars().nth(at).map(number).unwrap_or_default()
    }

    /// Pairs that the matrix does not link, with their counts.
    pub fn outside(&self) -> impl Iterator<Item = (CellId, usize)> {
        self.outside.split(' ').filter_map(|pair| {
            let (at, last) = pair.char_indices().next_back()?;
            Some((CellId::parse(&pair[..at])?, number(last)))
        })
    }
}

impl Matrix {
    /// The layer of a query, if it asks for one.
    pub fn layer(&self, query: &Query) -> Option<&LayerRef> {
        self.layers.iter().find(|layer| Some(&layer.id) == query.layer.as_ref())
    }

    /// How often a layer counts a pair.
    pub fn count(&self, layer: &LayerRef, cell: &CellId) -> usize {
        let at = self.links.iter().position(|link| link.is(&cell.line, cell.goal));
        let outside = || layer.outside().find(|(pair, _)| pair == cell).map(|(_, count)| count);
        at.map(|at| layer.count_at(at)).or_else(outside).unwrap_or_default()
    }
}
