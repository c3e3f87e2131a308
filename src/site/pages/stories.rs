//! The library of case studies, and the page of each.

use std::collections::{BTreeMap, BTreeSet};

use super::{Content, Maker};
use crate::{
    domain::{
        content::Withdrawn,
        day::Freshness,
        ids::{CellId, GoalId, LineId},
        lang::Lang,
        names::{Country, Slug, Web},
        story::{Basis, Block, Evidence, Kind, Origin, Outcome, Prize, PrizeResult, State, Story, Years},
        text::{Said, fill},
    },
    page::{
        Body, CardWords, Cases, CellRef, Claimed, CountryRef, Figure, GoalRef, Gone, Page, Part, PlainLink, PrizeBadge,
        Quotation, RawCard, Related, ResultLine, SourceRef, StoryCard, StoryPage, Video,
    },
    route::Route,
    site::settings::Settings,
};

/// Case studies shown on the page of a line or a goal.
pub(super) const SHOWN: usize = 6;

/// On the page of a cell, which must stay light.
pub(super) const SHOWN_OF_CELL: usize = 3;

impl Content {
    /// What stays at the address of a withdrawn case study.
    pub fn gone(&self, withdrawn: &Withdrawn, lang: Lang, settings: &Settings) -> Option<Page> {
        let page = self.page(lang, &Route::NotFound, settings)?;
        let maker = Maker { content: self, lang, texts: self.texts(lang), settings };
        let text = &maker.texts.story;
        let gone = Gone {
            heading: fill(&text.withdrawn, &[("date", &maker.day(withdrawn.on))]),
            lead: text.withdrawn_lead.clone(),
        };
        Some(Page { route: Route::Story(withdrawn.id.clone()), body: Body::Withdrawn(Box::new(gone)), ..page })
    }
}

impl Maker<'_> {
    /// A text of a story; marked when it is not in the language of the page.
    fn told(&self, text: &str, lang: Lang) -> Said {
        Said { text: text.to_owned(), lang: (lang != self.lang).then_some(lang) }
    }

    pub(super) fn raw_card(&self, story: &Story) -> RawCard {
        let told = story.told(self.lang);
        RawCard {
            slug: story.id.clone(),
            lang: told.lang,
            title: told.title.to_owned(),
            summary: told.summary.to_owned(),
            organisation: story.organisation.clone(),
            countries: story.countries.clone(),
            from: usize::from(story.years.from),
            to: story.years.to.map(usize::from),
            about: story.years.about,
            goals: story.goals.clone(),
            prize: story.prize.as_ref().map(|prize| (prize.result, usize::from(prize.year))),
        }
    }

    pub(super) fn card(&self, story: &Story) -> StoryCard {
        self.raw_card(story).worded(self.lang, &self.words(), &|country| self.country_name(country))
    }

    pub(super) fn words(&self) -> CardWords {
        let text = &self.texts.story;
        let comma = match self.lang {
            Lang::Ar => "، ",
            Lang::Zh => "、",
            _ => ", ",
        };
        CardWords {
            worldwide: text.worldwide.clone(),
            since: text.since.clone(),
            span: text.span.clone(),
            about: text.about.clone(),
            winner: text.winner.clone(),
            champion: text.champion.clone(),
            nominated: text.nominated.clone(),
            comma: comma.to_owned(),
        }
    }

    pub(super) fn cards<'b>(&self, stories: impl Iterator<Item = &'b Story>) -> Vec<StoryCard> {
        stories.map(|story| self.card(story)).collect()
    }

    /// The case studies at these places of the library, the first of them as cards.
    pub(super) fn cases(&self, places: Option<&Vec<usize>>, most: usize, heading: &str, query: &str) -> Cases {
        let text = &self.texts.story;
        let places = places.map_or(&[][..], Vec::as_slice);
        Cases {
            heading: heading.to_owned(),
            cards: self.cards(self.content.stories.at(places, most)),
            count: places.len(),
            query: query.to_owned(),
            see_all: text.see_all.clone(),
            none: text.none_yet.clone(),
        }
    }

    fn place(&self, story: &Story) -> String {
        self.words().place(&story.countries, &|country| self.country_name(country))
    }

    pub(super) fn country_name(&self, country: Country) -> String {
        self.content.places.name(country, self.lang)
    }

    pub(super) fn years(&self, years: Years) -> String {
        self.words().years(usize::from(years.from), years.to.map(usize::from), years.about)
    }

    fn prize_name(&self, prize: &Prize) -> String {
        let text = &self.texts.story;
        let template = match prize.result {
            PrizeResult::Winner => &text.prize_winner,
            PrizeResult::Champion => &text.prize_champion,
            PrizeResult::Nominated => &text.prize_nominated,
        };
        fill(template, &[("year", &prize.year.to_string())])
    }

    pub(super) fn kind_name(&self, kind: Kind) -> String {
        let text = &self.texts.story;
        match kind {
            Kind::Government => &text.government,
            Kind::PrivateSector => &text.private_sector,
            Kind::CivilSociety => &text.civil_society,
            Kind::InternationalOrganization => &text.international_organization,
            Kind::Academia => &text.academia,
        }
        .clone()
    }

    pub(super) fn country_ref(&self, country: Country) -> CountryRef {
        let count = self.content.stories.countries.get(&country).map_or(0, Vec::len);
        CountryRef { code: country, name: self.country_name(country), count }
    }

    pub(super) fn story(&self, slug: &Slug) -> Option<StoryPage> {
        let story = self.content.stories.get(slug)?;
        let told = story.in_language(self.lang)?;
        let text = &self.texts.story;
        let organisation = self.content.stories.organisation(story).map(|(slug, _)| slug.clone());
        let (supports, outside) = self.pairs(story);
        let checked = self.day(story.confirmed);
        let address = self.settings.absolute(&Route::Story(slug.clone()).href(&self.settings.base, self.lang));
        let cite = fill(&text.cite_text, &[("title", told.title), ("date", &checked), ("address", &address)]);
        let prize_source = story.prize.iter().filter_map(|prize| prize.source.as_ref());
        Some(StoryPage {
            text: text.clone(),
            share: self.texts.share.clone(),
            slug: slug.clone(),
            title: self.told(told.title, told.lang),
            summary: self.told(told.summary, told.lang),
            lang: told.lang,
            body: told.body.iter().filter_map(|block| self.part(block)).collect(),
            told: self.how_told(story, told.state),
            organisation: story.organisation.clone(),
            organisation_slug: organisation,
            kind: self.kind_name(story.kind),
            countries: story.countries.iter().map(|country| self.country_ref(*country)).collect(),
            place: self.place(story),
            regions: self.regions(story),
            years: self.years(story.years),
            goals: self.claimed(&story.goals, &story.basis.goals, |goal: &GoalId| self.find_goal(*goal)),
            lines: self.claimed(&story.lines, &story.basis.lines, |line: &LineId| self.find_line(line)),
            targets: story.targets.clone(),
            editorial: story.basis.goals.values().chain(story.basis.lines.values()).any(|b| *b == Basis::Editorial),
            prize: story.prize.as_ref().map(|prize| PrizeBadge {
                name: self.prize_name(prize),
                category: prize.category.as_ref().map(|category| fill(&text.category, &[("category", category)])),
            }),
            results: story.results.iter().filter_map(|result| self.result(story, result)).collect(),
            supports,
            outside,
            evidence: self.evidence(story),
            links: story.links.iter().map(|link| plain_link(&link.url, link.text.as_ref())).collect(),
            origin: match story.origin {
                Origin::Researched => text.researched.clone(),
                Origin::Submitted => text.submitted.clone(),
                Origin::Imported => text.imported.clone(),
            },
            imported: story.origin == Origin::Imported,
            original: story.original.as_ref().map(|link| plain_link(&link.url, link.text.as_ref())),
            confirmed: story.confirmed.to_string(),
            checked: fill(&text.checked, &[("date", &checked)]),
            freshness: Freshness::on(story.confirmed, self.content.today),
            note: (!story.note.is_empty()).then(|| self.said(&story.note)),
            sources: self.sources_of(story.sources.iter().chain(prize_source)),
            related: self.related(story),
            cite,
        })
    }

    /// What a reader should know of the text: a translation, or the only language there is.
    fn how_told(&self, story: &Story, state: State) -> Option<String> {
        let text = &self.texts.story;
        let own = [("lang", story.lang.endonym())];
        match state {
            State::Machine => Some(fill(&text.translated, &own)),
            State::Reviewed => Some(fill(&text.translated_reviewed, &own)),
            State::Original if story.translations.is_empty() => Some(fill(&text.only_in, &own)),
            State::Original => None,
        }
    }

    fn regions(&self, story: &Story) -> Vec<String> {
        let places = &self.content.places;
        let codes: BTreeSet<&str> = story.countries.iter().filter_map(|country| places.subregion(*country)).collect();
        codes.into_iter().map(|code| places.subregion_name(code, self.lang)).collect()
    }

    fn claimed<I: Ord, T>(
        &self,
        ids: &[I],
        bases: &BTreeMap<I, Basis>,
        find: impl Fn(&I) -> Option<T>,
    ) -> Vec<Claimed<T>> {
        let text = &self.texts.story;
        let basis = |id: &I| match bases.get(id) {
            Some(Basis::Editorial) => text.editorial.clone(),
            Some(Basis::Prize) => text.from_prize.clone(),
            Some(Basis::Source) => text.from_source.clone(),
            None => String::new(),
        };
        ids.iter().filter_map(|id| Some(Claimed { what: find(id)?, basis: basis(id) })).collect()
    }

    /// The pairs of a story's lines and goals that the matrix links, and those it does not.
    fn pairs(&self, story: &Story) -> (Vec<CellRef>, Vec<CellRef>) {
        let pairs = story.lines.iter().flat_map(|line| story.goals.iter().map(move |goal| (line, *goal)));
        let named = pairs.filter_map(|(line, goal)| {
            let linked = self.content.links.iter().any(|link| link.is(line, goal));
            Some((linked, CellRef { line: self.find_line(line)?, goal: self.find_goal(goal)? }))
        });
        let (linked, others): (Vec<_>, Vec<_>) = named.partition(|(linked, _)| *linked);
        let refs = |pairs: Vec<(bool, CellRef)>| pairs.into_iter().map(|(_, pair)| pair).collect();
        (refs(linked), refs(others))
    }

    fn evidence(&self, story: &Story) -> Vec<(GoalRef, Said)> {
        let said = |evidence: &Evidence| Some((self.find_goal(evidence.goal)?, self.told(&evidence.text, story.lang)));
        story.evidence.iter().filter_map(said).collect()
    }

    fn result(&self, story: &Story, outcome: &Outcome) -> Option<ResultLine> {
        // Of a submitted story the source is an address where the organisation says so.
        let address = Web::parse(&outcome.source).ok().map(|url| SourceRef {
            id: String::new(),
            title: url.host().to_owned(),
            publisher: story.organisation.clone(),
            url: Some(url.to_string()),
            date: self.day(story.confirmed),
        });
        let what = outcome.what.get(&self.lang).or_else(|| outcome.what.get(&story.lang));
        let what_lang = if outcome.what.contains_key(&self.lang) { self.lang } else { story.lang };
        Some(ResultLine {
            figure: outcome.figure.clone(),
            what: what.map_or_else(|| self.said(&outcome.what), |what| self.told(what, what_lang)),
            date: fill(&self.texts.story.as_of, &[("date", &outcome.date)]),
            source: address.or_else(|| self.sources_of(std::iter::once(&outcome.source)).pop())?,
        })
    }

    fn part(&self, block: &Block) -> Option<Part> {
        Some(match block {
            Block::Paragraph { text } => Part::Paragraph(text.clone()),
            Block::Heading { text } => Part::Heading(text.clone()),
            Block::List { items } => Part::List(items.clone()),
            Block::Quotation { text, by } => Part::Quotation(Quotation { text: text.clone(), by: by.clone() }),
            Block::Figure { image, alt, caption } => {
                let picture = self.content.pictures.get(image)?;
                Part::Figure(Figure {
                    stem: picture.stem.clone(),
                    widths: picture.widths.clone(),
                    height: picture.height,
                    bytes: picture.bytes,
                    alt: alt.clone(),
                    caption: caption.clone(),
                })
            }
            Block::Link { url, text } => Part::Link(PlainLink { url: url.clone(), text: text.clone() }),
            Block::Video { url, title, transcript } => {
                Part::Video(Video { url: url.clone(), title: title.clone(), transcript: transcript.clone() })
            }
        })
    }

    /// Up to four others: of the same organisation, then of the same cells, then of the same countries.
    fn related(&self, story: &Story) -> Vec<Related> {
        let (stories, text) = (&self.content.stories, &self.texts.story);
        let of_organisation = stories.organisation(story).map(|(_, organisation)| &organisation.stories);
        let cells = story
            .lines
            .iter()
            .flat_map(|line| story.goals.iter().map(move |goal| CellId { line: line.clone(), goal: *goal }));
        let of_cells = cells.filter_map(|cell| stories.cells.get(&cell)).map(|places| (places, &text.same_cell));
        let of_countries = story.countries.iter().filter_map(|country| stories.countries.get(country));
        let candidates = of_organisation
            .into_iter()
            .map(|places| (places, &text.same_organisation))
            .chain(of_countries.map(|places| (places, &text.same_country)))
            .chain(of_cells);
        let mut seen: Vec<&Slug> = vec![&story.id];
        let mut related = Vec::new();
        for (places, why) in candidates {
            for other in stories.at(places, SHOWN) {
                if related.len() < 4 && !seen.contains(&&other.id) {
                    seen.push(&other.id);
                    related.push(Related { card: self.card(other), why: why.clone() });
                }
            }
        }
        related
    }
}

fn plain_link(url: &Web, text: Option<&String>) -> PlainLink {
    PlainLink { url: url.clone(), text: text.cloned().unwrap_or_else(|| url.host().to_owned()) }
}
