//! The form for members, and the file of words and names that its scripts and those of the newest stories work with.

use serde_json::{Value, json};

use super::{Content, Maker};
use crate::{
    domain::{
        colour::Colour,
        lang::Lang,
        matrix::Link,
        story::Kind,
        submission::{EVIDENCE, GOALS, PICTURE_BYTES, ROWS, YEARS},
    },
    page::{Choice, SubmitPage},
    site::settings::Settings,
};

impl Content {
    /// `library/{lang}/form.json`: the words and names of a language, the links of the matrix, and the limits of the form.
    pub fn form_file(&self, lang: Lang, settings: &Settings) -> String {
        let maker = Maker { content: self, lang, texts: self.texts(lang), settings };
        let texts = maker.texts;
        let cells = self.links.iter().map(|link: &Link| (link.cell().to_string(), json!(link.targets)));
        let goals = self.goals.iter().map(|goal| {
            let ink = Colour::parse(&goal.colour).map_or("#ffffff", Colour::ink);
            json!({"id": goal.number, "title": maker.word(&goal.title), "colour": goal.colour, "ink": ink})
        });
        let lines = maker.lines().into_iter().map(|line| json!({"id": line.id, "code": line.code, "name": line.name}));
        let targets = self.targets.iter().map(|target| {
            let gist = maker.said(&target.gist);
            json!({"code": target.code, "goal": target.goal, "gist": gist.text, "lang": gist.lang})
        });
        let countries = self.places.countries.iter().map(|(code, place)| {
            let region = self.places.subregion_name(&place.subregion, lang);
            (code.to_string(), json!({"name": maker.country_name(*code), "region": region}))
        });
        let kinds = Kind::ALL.map(|kind| (kind.as_str().to_owned(), json!(maker.kind_name(kind))));
        json!({
            "text": texts.submit,
            "story": texts.story,
            "dates": texts.dates,
            "goal_n": texts.common.goal_n,
            "sources": texts.common.sources,
            "comma": maker.words().comma,
            "languages": Lang::ALL.map(|lang| (lang.code().to_owned(), json!(lang.endonym()))).into_iter().collect::<serde_json::Map<String, Value>>(),
            "lines": lines.collect::<Vec<_>>(),
            "goals": goals.collect::<Vec<_>>(),
            "targets": targets.collect::<Vec<_>>(),
            "links": cells.collect::<serde_json::Map<String, Value>>(),
            "countries": countries.collect::<serde_json::Map<String, Value>>(),
            "kinds": kinds.into_iter().collect::<serde_json::Map<String, Value>>(),
            "limits": {
                "goals": GOALS,
                "evidence": EVIDENCE,
                "rows": {"results": ROWS.0, "links": ROWS.1, "pictures": ROWS.2},
                "years": YEARS,
                "picture": PICTURE_BYTES,
            },
            "site": settings.absolute(&settings.base),
            "contact": settings.contact,
            "repository": settings.repository,
            "as_of": self.today,
        })
        .to_string()
    }
}

impl Maker<'_> {
    pub(super) fn submit(&self) -> SubmitPage {
        let countries = self.content.places.countries.keys();
        let mut countries: Vec<Choice> = countries
            .map(|code| Choice { value: code.to_string(), name: self.country_name(*code), count: 0 })
            .collect();
        countries.sort_by(|a, b| a.name.cmp(&b.name));
        let kinds =
            Kind::ALL.map(|kind| Choice { value: kind.as_str().to_owned(), name: self.kind_name(kind), count: 0 });
        SubmitPage {
            text: self.texts.submit.clone(),
            lines: self.lines(),
            goals: self.goals(),
            kinds: kinds.into_iter().collect(),
            countries,
            privacy: self.texts.common.privacy.clone(),
        }
    }
}
