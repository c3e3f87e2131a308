//! Synthetic libraries for measuring: as many case studies as asked for, the same for the same seed, clearly marked, and
//! never shipped (`site check` refuses them in the project's own data).

use std::{fs, path::Path};

use fastrand::Rng;

use super::{
    files::{Files, WORK, story_path},
    stories::imported,
};
use crate::domain::{
    day::Day,
    ids::{GoalId, LineId},
    lang::Lang,
    names::{Country, Slug, Web},
    story::{Kind, Scope, Story, StoryFile, WebLink, Years},
};

/// Begins the slug of every synthetic case study.
pub const PREFIX: &str = "synthetic-";

/// Words that sentences are made of: the language of projects.
const WORDS: [&str; 60] = [
    "rural",
    "schools",
    "farmers",
    "network",
    "women",
    "health",
    "village",
    "radio",
    "mobile",
    "data",
    "training",
    "teachers",
    "clinic",
    "weather",
    "market",
    "prices",
    "broadband",
    "library",
    "youth",
    "skills",
    "open",
    "satellite",
    "water",
    "sensors",
    "energy",
    "solar",
    "payments",
    "finance",
    "identity",
    "justice",
    "archive",
    "heritage",
    "language",
    "community",
    "media",
    "local",
    "content",
    "emergency",
    "alerts",
    "climate",
    "forest",
    "fishers",
    "maps",
    "drones",
    "transport",
    "city",
    "waste",
    "recycling",
    "research",
    "science",
    "students",
    "access",
    "disability",
    "inclusion",
    "privacy",
    "security",
    "children",
    "portal",
    "platform",
    "service",
];

/// Writes `count` synthetic case studies beside a copy of the data in `out`.
///
/// # Errors
/// When the data cannot be read or a file cannot be written.
pub fn write(count: usize, seed: u64, data: &Path, out: &Path) -> Result<(), String> {
    copy(data, out).map_err(|error| format!("{}: {error}", out.display()))?;
    let files = Files::read(data, Path::new(WORK));
    let (Some(lines), Some(goals), Some(places)) = (files.lines, files.goals, files.places) else {
        return Err("the data cannot be read; `site check` says why".to_owned());
    };
    let lines: Vec<LineId> = lines.lines.into_iter().map(|line| line.id).collect();
    let goals: Vec<GoalId> = goals.goals.into_iter().map(|goal| goal.number).collect();
    let countries: Vec<Country> = places.countries.into_keys().collect();
    let mut rng = Rng::with_seed(seed);
    for number in 1..=count {
        let story = story(number, &mut rng, &lines, &goals, &countries)?;
        let path = out.join(story_path(story.id.as_str()));
        let text = serde_json::to_string(&StoryFile { data: story }).map_err(|error| error.to_string())?;
        fs::write(&path, text).map_err(|error| format!("{}: {error}", path.display()))?;
    }
    Ok(())
}

fn story(
    number: usize,
    rng: &mut Rng,
    lines: &[LineId],
    goals: &[GoalId],
    countries: &[Country],
) -> Result<Story, String> {
    let fault = |error: &dyn std::fmt::Display| error.to_string();
    let from = rng.u16(2004..=2025);
    let worldwide = rng.u8(..) < 20;
    let wanted = rng.usize(1..=3);
    let mut goals = rng.choose_multiple(goals.iter().copied(), wanted);
    goals.sort_unstable();
    let wanted = rng.usize(1..=2);
    let id = Slug::parse(&format!("{PREFIX}{number:06}")).map_err(|error| fault(&error))?;
    let original = WebLink {
        url: Web::parse(&format!("https://synthetic.example/{number}")).map_err(|error| fault(&error))?,
        text: Some("Synthetic list".to_owned()),
    };
    Ok(Story {
        lang: Lang::En,
        title: format!("Synthetic case study {number}: {} {}", word(rng), word(rng)),
        summary: format!(
            "A made-up entry for measuring. {}",
            (0..4).map(|_| sentence(rng)).collect::<Vec<_>>().join(" ")
        ),
        organisation: format!("Synthetic organisation {}", rng.usize(1..=5_000)),
        kind: Kind::ALL[rng.usize(..Kind::ALL.len())],
        countries: if worldwide { Vec::new() } else { rng.choose_multiple(countries.iter().copied(), 1) },
        scope: worldwide.then_some(Scope::Global),
        years: Years { from, to: rng.bool().then(|| from + rng.u16(0..=5)), about: false },
        lines: rng.choose_multiple(lines.iter().cloned(), wanted),
        goals,
        ..imported(id, original, Day { year: 2026, month: 1, day: 1 })
    })
}

fn word(rng: &mut Rng) -> &'static str {
    WORDS[rng.usize(..WORDS.len())]
}

fn sentence(rng: &mut Rng) -> String {
    let words: Vec<&str> = (0..rng.usize(8..=16)).map(|_| word(rng)).collect();
    format!("The {}.", words.join(" "))
}

fn copy(from: &Path, to: &Path) -> std::io::Result<()> {
    for entry in walkdir::WalkDir::new(from) {
        let entry = entry?;
        let target = to.join(entry.path().strip_prefix(from).unwrap_or(entry.path()));
        if entry.file_type().is_dir() {
            fs::create_dir_all(&target)?;
        } else {
            fs::copy(entry.path(), &target)?;
        }
    }
    Ok(())
}
