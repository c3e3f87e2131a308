//! What the layers of the explorer count, as the explorer and the pages of links, lines and goals show it.

use super::Maker;
use crate::{
    domain::{
        content::Confidence,
        lang::Lang,
        relations::{CASES, Layer, Related},
    },
    page::{LayerRef, RelatedItem, RelatedList, letter},
    site::layers,
};

impl Maker<'_> {
    pub(super) fn layers(&self) -> Vec<LayerRef> {
        self.content.layers.iter().map(|layer| self.layer(layer)).collect()
    }

    fn layer(&self, layer: &Layer) -> LayerRef {
        let links = &self.content.links;
        let counts = layers::counts(self.content, layer);
        let of_link = |count: usize| if layer.gaps { usize::from(count == 0) } else { count };
        let linked = |cell| links.iter().any(|link| link.cell() == cell);
        let outside = counts.iter().filter(|(cell, _)| !layer.gaps && !linked((*cell).clone()));
        LayerRef {
            id: layer.id.clone(),
            name: self.word(&layer.name),
            lead: self.word(&layer.lead),
            unit: layer.unit.get(&self.lang).or_else(|| layer.unit.get(&Lang::En)).cloned().unwrap_or_default(),
            gaps: layer.gaps,
            in_library: layer.from == CASES,
            counts: links
                .iter()
                .map(|link| letter(of_link(counts.get(&link.cell()).copied().unwrap_or_default())))
                .collect(),
            outside: outside.map(|(cell, count)| format!("{cell}{}", letter(*count))).collect::<Vec<_>>().join(" "),
        }
    }

    /// The ids of the sources of what fits.
    pub(super) fn sources_of_tied(&self, fits: impl Fn(&Related) -> bool) -> Vec<&String> {
        let all = self.content.related.values().flatten();
        all.filter(|one| fits(one)).flat_map(|one| &one.sources).collect()
    }

    /// The lists of what fits, those without anything left out. `told` tells whether there is room for summaries.
    pub(super) fn tied(&self, fits: impl Fn(&Related) -> bool, told: bool) -> Vec<RelatedList> {
        let text = &self.texts.line;
        let list = |layer: &Layer| {
            let items: Vec<RelatedItem> = layers::related(self.content, layer)?
                .iter()
                .filter(|one| fits(one))
                .map(|one| self.item(one, told))
                .collect();
            (!items.is_empty()).then(|| RelatedList {
                id: layer.id.clone(),
                heading: self.word(&layer.name),
                lead: told.then(|| format!("{} {}", self.word(&layer.lead), text.in_english)),
                items,
            })
        };
        self.content.layers.iter().filter(|layer| !layer.gaps).filter_map(list).collect()
    }

    fn item(&self, one: &Related, told: bool) -> RelatedItem {
        let text = &self.texts.line;
        let recalled = (one.confidence == Confidence::Recalled).then_some(&text.recalled);
        let uncounted = (!one.counts()).then_some(&text.not_counted);
        let when = one.years.map_or_else(|| one.date.clone(), |years| self.years(years));
        RelatedItem {
            title: one.title.clone(),
            within: one.within.clone(),
            when,
            url: one.url.clone(),
            summary: (told && !one.summary.is_empty()).then(|| self.said(&one.summary)),
            goals: if told { one.goals.clone() } else { Vec::new() },
            remarks: recalled.into_iter().chain(uncounted).cloned().collect(),
        }
    }
}
