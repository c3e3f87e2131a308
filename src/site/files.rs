//! Reads the files under `public/data/`: each into its type, every problem kept, nothing fatal.

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt, fs,
    path::{Path, PathBuf},
};

use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::domain::{
    content::{GoalsFile, LinesFile, MatrixFile, RationalesFile, SourcesFile, TargetsFile},
    lang::Lang,
    texts,
};

/// No authored file comes near this; a larger one is a mistake, and is not read.
const LARGEST: u64 = 5 * 1024 * 1024;

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

/// The interface texts of one language.
#[derive(Clone, Debug)]
pub struct Texts {
    pub common: texts::Common,
    pub home: texts::Home,
    pub explorer: texts::Explorer,
    pub link: texts::LinkTexts,
    pub cell: texts::CellTexts,
    pub line: texts::LineTexts,
    pub goal: texts::GoalTexts,
    pub about: texts::About,
    pub accessibility: texts::Prose,
    pub privacy: texts::Prose,
    pub data: texts::DataTexts,
    pub notfound: texts::NotFound,
}

/// The names of the areas of text, which are the names of their files.
pub const AREAS: [&str; 12] = [
    "common",
    "home",
    "explorer",
    "link",
    "cell",
    "line",
    "goal",
    "about",
    "accessibility",
    "privacy",
    "data",
    "notfound",
];

/// Everything that could be read; what could not is `None` or missing, and stands among the problems.
#[derive(Debug)]
pub struct Files {
    pub lines: Option<LinesFile>,
    pub goals: Option<GoalsFile>,
    pub targets: Option<TargetsFile>,
    pub matrix: Option<MatrixFile>,
    pub sources: Option<SourcesFile>,
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
    /// Reads all files below `root`, which is `public/data`.
    pub fn read(root: &Path) -> Self {
        let mut reader = Reader { root, read: BTreeSet::new(), problems: Vec::new() };
        let lines = reader.json("lines.json");
        let goals = reader.json("goals.json");
        let targets = reader.json("targets.json");
        let matrix = reader.json("matrix.json");
        let sources = reader.json("sources.json");
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
            for area in AREAS {
                let file = text_path(lang, area);
                // A file with a problem of its own is not compared with other languages.
                let sound = !reader.problems.iter().any(|problem| problem.file == file);
                if let Some(raw) = sound.then(|| read_json(&root.join(&file)).ok()).flatten() {
                    raw_texts.insert((lang, area), raw);
                }
            }
        }
        reader.unused();
        Self { lines, goals, targets, matrix, sources, rationales, texts, raw_texts, problems: reader.problems }
    }
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

    /// All areas of a language; every broken one is reported, not just the first.
    fn texts(&mut self, lang: Lang) -> Option<Texts> {
        let path = |area| text_path(lang, area);
        let common = self.json(&path("common"));
        let home = self.json(&path("home"));
        let explorer = self.json(&path("explorer"));
        let link = self.json(&path("link"));
        let cell = self.json(&path("cell"));
        let line = self.json(&path("line"));
        let goal = self.json(&path("goal"));
        let about = self.json(&path("about"));
        let accessibility = self.json(&path("accessibility"));
        let privacy = self.json(&path("privacy"));
        let data = self.json(&path("data"));
        let notfound = self.json(&path("notfound"));
        Some(Texts {
            common: common?,
            home: home?,
            explorer: explorer?,
            link: link?,
            cell: cell?,
            line: line?,
            goal: goal?,
            about: about?,
            accessibility: accessibility?,
            privacy: privacy?,
            data: data?,
            notfound: notfound?,
        })
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

/// Reads a JSON file; an error is the place within the file and what is wrong there.
fn read_json<T: DeserializeOwned>(path: &Path) -> Result<T, (String, String)> {
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
