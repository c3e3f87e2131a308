//! Pictures of case studies. `scripts/pictures.mjs` makes each small, in three widths, as AVIF and WebP, and lists them.

use std::{collections::BTreeMap, path::Path};

use serde::Deserialize;

use super::files::{Problem, read_json};

/// Where `scripts/pictures.mjs` lists what it made, among what builds keep.
pub const PICTURES: &str = "pictures.json";

/// One picture as it is served: `pictures/{stem}-{width}.avif` and `.webp`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Picture {
    pub stem: String,
    /// In CSS pixels, from the smallest.
    pub widths: Vec<usize>,
    /// At the largest width.
    pub height: usize,
    /// Of the largest AVIF.
    pub bytes: usize,
}

/// The list, by the name of the authored file.
///
/// # Errors
/// When the list is missing or broken.
pub fn read(path: &Path) -> Result<BTreeMap<String, Picture>, Problem> {
    read_json(path).map_err(|(place, what)| Problem {
        file: path.display().to_string(),
        place,
        what: format!("{what}; `make build` writes it"),
    })
}
