//! Reads the files under `public/data/`: each into its type, every problem kept, nothing fatal.

mod texts;

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt, fs,
    path::{Path, PathBuf},
};

use rayon::prelude::*;
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::{
    pictures::{self, PICTURES, Picture},
    places::{PLACES, Places},
};
use crate::domain::{
    content::{
        ChangesFile, CountryNamesFile, EmbedFile, GlossaryFile, GoalsFile, LinesFile, MatrixFile, RationalesFile,
        RedirectsFile, SourcesFile, TargetsFile, VersionFile, WithdrawnFile,
    },
    lang::Lang,
    relations::{LayersFile, Related, RelatedFile},
    story::{Story, StoryFile},
};

pub use texts::{AREAS, Texts};

/// No authored file comes near this; a larger one is a mistake, and is not read.
pub const LARGEST: u64 = 5 * 1024 * 1024;

/// Case studies that are no more.
pub const WITHDRAWN: &str = "withdrawn.json";

/// Something wrong with the content: in which file, where in it, and what.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    /// Path below `public/data/`.
    pub file: String,
    /// Place within the file, such as `links[3].targets[0]`; empty for the whole file.
    pub place: String,
    pub what: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.file)?;
        if !self.place.is_empty() {
            write!(f, " {}", self.place)?;
        }
        write!(f, ": {}", self.what)
    }
}

/// Everything that could be read; what could not is `None` or missing, and stands among the problems.
#[derive(Debug)]
pub struct Files {
    pub lines: Option<LinesFile>,
    pub goals: Option<GoalsFile>,
    pub targets: Option<TargetsFile>,
    pub matrix: Option<MatrixFile>,
    pub sources: Option<SourcesFile>,
    pub country_names: Option<CountryNamesFile>,
    pub redirects: Option<RedirectsFile>,
    pub withdrawn: Option<WithdrawnFile>,
    pub places: Option<Places>,
    pub pictures: BTreeMap<String, Picture>,
    pub stories: Vec<Story>,
    pub layers: Option<LayersFile>,
    pub changes: Option<ChangesFile>,
    pub glossary: Option<GlossaryFile>,
    pub embed: Option<EmbedFile>,
    /// Versions of the matrix that stay as they are, by name.
    pub versions: BTreeMap<String, VersionFile>,
    /// The lists that layers count, by where they come from (`Layer::from`).
    pub related: BTreeMap<String, Vec<Related>>,
    pub rationales: BTreeMap<Lang, RationalesFile>,
    pub texts: BTreeMap<Lang, Texts>,
    /// The same texts as plain JSON, by language and area, for comparing languages with each other.
    pub raw_texts: BTreeMap<(Lang, &'static str), Value>,
    pub problems: Vec<Problem>,
}

struct Reader<'a> {
    root: &'a Path,
    read: BTreeSet<PathBuf>,
    problems: Vec<Problem>,
}

impl Files {
    /// Reads all files below `root`, which is `public/data`, and what scripts have made of them below `work`.
    pub fn read(root: &Path, work: &Path) -> Self {
        let mut reader = Reader { root, read: BTreeSet::new(), problems: Vec::new() };
        let lines = reader.json("lines.json");
        let goals = reader.json("goals.json");
        let targets = reader.json("targets.json");
        let matrix = reader.json("matrix.json");
        let sources = reader.json("sources.json");
        let country_names: Option<CountryNamesFile> = reader.json("country-names.json");
        let redirects = reader.json("redirects.json");
        let withdrawn = reader.json(WITHDRAWN);
        let names = country_names.as_ref().map_or(&[][..], |file| &file.names);
        let places = Places::read(&work.join(PLACES), names).map_err(|problem| reader.problems.push(problem)).ok();
        let pictures = pictures::read(&work.join(PICTURES)).map_err(|problem| reader.problems.push(problem));
        let stories = reader.stories();
        let changes = reader.json(CHANGES);
        let glossary = reader.json("glossary.json");
        let embed: Option<EmbedFile> = reader.json(EMBED);
        let versions = reader.versions(embed.as_ref());
        let layers: Option<LayersFile> = reader.json(LAYERS);
        let related = reader.related(layers.as_ref());
        let mut rationales = BTreeMap::new();
        let mut texts = BTreeMap::new();
        let mut raw_texts = BTreeMap::new();
        for lang in Lang::ALL {
            if let Some(file) = reader.json(&format!("{}/matrix.json", lang.code())) {
                rationales.insert(lang, file);
            }
            if let Some(read) = reader.texts(lang) {
                texts.insert(lang, read);
            }
            for &area in AREAS {
                let file = text_path(lang, area);
                // A file with a problem of its own is not compared with other languages.
                let sound = !reader.problems.iter().any(|problem| problem.file == file);
                if let Some(raw) = sound.then(|| read_json(&root.join(&file)).ok()).flatten() {
                    raw_texts.insert((lang, area), raw);
                }
            }
        }
        reader.unused();
        Self {
            lines,
            goals,
            targets,
            matrix,
            sources,
            country_names,
            redirects,
            withdrawn,
            places,
            pictures: pictures.unwrap_or_default(),
            stories,
            layers,
            changes,
            glossary,
            embed,
            versions,
            related,
            rationales,
            texts,
            raw_texts,
            problems: reader.problems,
        }
    }
}

/// What the explorer can count, below `public/data/`.
pub const LAYERS: &str = "layers.json";

/// What other sites rely on, below `public/data/`.
pub const EMBED: &str = "embed.json";

/// Where a version of the matrix lies, below `public/data/`.
pub fn version_path(id: &str) -> String {
    format!("versions/{id}.json")
}

/// The changes to the matrix, below `public/data/`.
pub const CHANGES: &str = "changes.json";

/// What builds keep, beside the site.
pub const WORK: &str = "target/site";

/// The folder of the case studies below `public/data/`.
const STORIES: &str = "case-studies";

/// Path of a case study below `public/data/`.
pub fn story_path(slug: &str) -> String {
    format!("{STORIES}/{slug}.json")
}

/// Path of an area of text below `public/data/`.
pub fn text_path(lang: Lang, area: &str) -> String {
    format!("{}/text/{area}.json", lang.code())
}

impl Reader<'_> {
    fn json<T: DeserializeOwned>(&mut self, file: &str) -> Option<T> {
        let path = self.root.join(file);
        self.read.insert(path.clone());
        match read_json(&path) {
            Ok(value) => Some(value),
            Err((place, what)) => {
                self.problems.push(Problem { file: file.to_owned(), place, what });
                None
            }
        }
    }

    /// All case studies, read side by side; the name of each file is the slug of its story.
    fn stories(&mut self) -> Vec<Story> {
        let folder = self.root.join(STORIES);
        let paths: BTreeSet<PathBuf> = walkdir::WalkDir::new(&folder)
            .max_depth(1)
            .into_iter()
            .filter_map(Result::ok)
            .filter(|entry| entry.file_type().is_file())
            .map(walkdir::DirEntry::into_path)
            .filter(|path| path.extension().is_some_and(|ending| ending == "json"))
            .collect();
        let read: Vec<(&PathBuf, Result<StoryFile, _>)> =
            paths.par_iter().map(|path| (path, read_json::<StoryFile>(path))).collect();
        let mut stories = Vec::with_capacity(read.len());
        for (path, story) in read {
            let name = path.file_stem().and_then(|name| name.to_str()).unwrap_or_default();
            let file = story_path(name);
            match story {
                Ok(StoryFile { data }) if data.id.as_str() == name => stories.push(data),
                Ok(StoryFile { data }) => self.problems.push(Problem {
                    file,
                    place: "data.id".to_owned(),
                    what: format!("is “{}”, not the name of the file", data.id),
                }),
                Err((place, what)) => self.problems.push(Problem { file, place, what }),
            }
        }
        self.read.extend(paths);
        // Pictures are used when a story shows them; the check says which are missing.
        let pictures = walkdir::WalkDir::new(folder.join("images")).into_iter().filter_map(Result::ok);
        self.read.extend(pictures.map(walkdir::DirEntry::into_path));
        stories
    }

    /// The versions of the matrix that are named.
    fn versions(&mut self, file: Option<&EmbedFile>) -> BTreeMap<String, VersionFile> {
        let named = file.iter().flat_map(|file| &file.versions);
        named.filter_map(|version| Some((version.id.clone(), self.json(&version_path(&version.id))?))).collect()
    }

    /// The lists that layers count, each once.
    fn related(&mut self, layers: Option<&LayersFile>) -> BTreeMap<String, Vec<Related>> {
        let mut related = BTreeMap::new();
        for layer in layers.iter().flat_map(|file| &file.layers) {
            let Some((file, list)) = layer.list().filter(|_| !related.contains_key(&layer.from)) else { continue };
            let read: Option<RelatedFile> = self.json(file);
            match read.and_then(|mut lists| lists.remove(list)) {
                Some(list) => {
                    related.insert(layer.from.clone(), list);
                }
                None => self.problems.push(Problem {
                    file: LAYERS.to_owned(),
                    place: layer.id.clone(),
                    what: format!("{file} has no list “{list}” that can be read"),
                }),
            }
        }
        related
    }

    fn unused(&mut self) {
        for entry in walkdir::WalkDir::new(self.root).sort_by_file_name() {
            match entry {
                Ok(entry) if entry.file_type().is_file() && !self.read.contains(entry.path()) => {
                    let file = entry.path().strip_prefix(self.root).unwrap_or(entry.path());
                    self.problems.push(Problem {
                        file: file.display().to_string(),
                        place: String::new(),
                        what: "nothing uses this file".to_owned(),
                    });
                }
                Ok(_) => {}
                Err(error) => {
                    self.problems.push(Problem { file: String::new(), place: String::new(), what: error.to_string() });
                }
            }
        }
    }
}

/// Reads a JSON file.
///
/// # Errors
/// The place within the file, and what is wrong there.
pub fn read_json<T: DeserializeOwned>(path: &Path) -> Result<T, (String, String)> {
    let whole = |what: String| (String::new(), what);
    let size = fs::metadata(path).map_err(|error| whole(error.to_string()))?.len();
    if size > LARGEST {
        return Err(whole(format!("is {size} bytes; the largest file allowed has {LARGEST}")));
    }
    let bytes = fs::read(path).map_err(|error| whole(error.to_string()))?;
    let text = std::str::from_utf8(&bytes).map_err(|error| whole(format!("is not UTF-8: {error}")))?;
    let mut json = serde_json::Deserializer::from_str(text);
    let value = serde_path_to_error::deserialize(&mut json).map_err(|error| {
        let place = error.path().to_string();
        (if place == "." || place == "?" { String::new() } else { place }, error.into_inner().to_string())
    })?;
    json.end().map_err(|error| whole(error.to_string()))?;
    Ok(value)
}
