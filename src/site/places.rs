//! Countries and areas: names, subregions, and places on the map. `scripts/places.mjs` makes the file from the Unicode
//! CLDR and Natural Earth; `country-names.json` puts the UN's names over it where they differ.

use std::{collections::BTreeMap, path::Path};

use serde::{Deserialize, Serialize};

use super::files::{Problem, read_json};
use crate::domain::{
    content::{CountryName, Words},
    lang::Lang,
    names::Country,
};

/// Where `scripts/places.mjs` writes.
pub const PLACES: &str = "places.json";

/// The world as the site draws and names it.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Places {
    /// Of the map, in its units.
    pub width: usize,
    pub height: usize,
    /// The land as one SVG path.
    pub land: String,
    /// By UN M49 code.
    pub subregions: BTreeMap<String, Words>,
    pub countries: BTreeMap<Country, CountryPlace>,
    /// The countries whose names follow the UN instead of the CLDR.
    #[serde(skip)]
    pub renamed: BTreeMap<Country, Vec<String>>,
}

#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct CountryPlace {
    /// UN M49 code.
    pub subregion: String,
    pub names: Words,
    pub x: f32,
    pub y: f32,
}

impl Places {
    /// Reads what the script made, and puts our names over it.
    ///
    /// # Errors
    /// When the file is missing or broken.
    pub fn read(path: &Path, names: &[CountryName]) -> Result<Self, Problem> {
        let problem = |(place, what): (String, String)| Problem {
            file: path.display().to_string(),
            place,
            what: format!("{what}; `make build` writes it"),
        };
        let mut places: Self = read_json(path).map_err(problem)?;
        for name in names {
            if let Some(country) = places.countries.get_mut(&name.country) {
                country.names.clone_from(&name.name);
                places.renamed.insert(name.country, name.sources.clone());
            }
        }
        Ok(places)
    }

    /// The name of a country; its code when there is none.
    pub fn name(&self, country: Country, lang: Lang) -> String {
        let names = self.countries.get(&country).map(|place| &place.names);
        names.and_then(|names| names.get(&lang)).cloned().unwrap_or_else(|| country.to_string())
    }

    pub fn subregion(&self, country: Country) -> Option<&str> {
        self.countries.get(&country).map(|place| place.subregion.as_str())
    }

    pub fn subregion_name(&self, code: &str, lang: Lang) -> String {
        self.subregions.get(code).and_then(|names| names.get(&lang)).cloned().unwrap_or_else(|| code.to_owned())
    }

    /// The land as a picture of its own: one shape, no boundaries. Its tone reads on light and on dark.
    pub fn land_svg(&self) -> String {
        let Self { width, height, land, .. } = self;
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\">\
             <path fill=\"#7d8b97\" fill-opacity=\".34\" d=\"{land}\"/></svg>\n"
        )
    }
}
