//! From the API into the repository: every case study that was published there becomes a file, every one that was
//! withdrawn a line of `withdrawn.json`. What has been fetched is kept, so that an interrupted pull goes on; the data
//! change only when everything is there and sound.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
    time::Duration,
};

use serde_json::Value;
use ureq::Agent;

use super::{
    check::check,
    files::{Files, WITHDRAWN, read_json, story_path},
    import::put,
};
use crate::domain::{
    content::{Withdrawn, WithdrawnFile},
    day::Day,
    names::Slug,
    story::{Story, StoryFile},
};

/// Where case studies lie in the API.
const STORIES: &str = "buckets/ict4sdg/collections/case-studies/records";

/// Bytes of a page that are still read, and pages that are still asked for.
const LARGEST: u64 = 20 * 1024 * 1024;
const MOST_PAGES: usize = 1_000;

/// What came of it.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Outcome {
    pub written: usize,
    pub unchanged: usize,
    pub withdrawn: usize,
    /// Records that are not sound, each with its reasons: they are left alone.
    pub refused: Vec<String>,
}

/// A record of the API: a case study, or that there was one.
enum Record {
    Story(Box<Story>),
    Gone(Slug, Day),
}

/// Pulls everything from `api`, which ends in `/v1/`, into `data`.
///
/// # Errors
/// When the API cannot be read to its end, or a file cannot be written. Then the data are as they were.
pub fn pull(api: &str, data: &Path, work: &Path) -> Result<Outcome, String> {
    let kept = work.join("pull");
    let mut outcome = Outcome::default();
    let records: Vec<Record> = fetched(api, &kept)?
        .into_iter()
        .filter_map(|raw| record(raw).map_err(|reason| outcome.refused.push(reason)).ok())
        .collect();
    let sound = sound(&records, data, work, &mut outcome)?;
    for story in sound {
        // The engine keeps no order of keys: only what says something else is written.
        let before = read_json::<StoryFile>(&data.join(story_path(story.id.as_str())));
        let is_same = before.is_ok_and(|file| file.data == *story);
        if !is_same && put(data, story.clone())? { outcome.written += 1 } else { outcome.unchanged += 1 }
    }
    outcome.withdrawn = withdraw(&records, data)?;
    fs::remove_dir_all(&kept).map_err(|error| format!("{}: {error}", kept.display()))?;
    Ok(outcome)
}

/// All records, those withdrawn included. Each page is kept in `folder` until the pull has come to its end.
fn fetched(api: &str, folder: &Path) -> Result<Vec<Value>, String> {
    let agent: Agent = Agent::config_builder().timeout_global(Some(Duration::from_secs(30))).build().into();
    let problem = |path: &Path, error: std::io::Error| format!("{}: {error}", path.display());
    let place = folder.join("next.json");
    fs::create_dir_all(folder).map_err(|error| problem(folder, error))?;
    let start = (api.to_owned(), "_since=1&_sort=last_modified&_limit=500".to_owned(), 0_usize);
    let begun: Option<(String, String, usize)> =
        read_json(&place).ok().filter(|(from, ..): &(String, String, usize)| from == api);
    let (_, mut query, mut pages) = begun.unwrap_or(start);
    while !query.is_empty() && pages < MOST_PAGES {
        let (body, next) = page(&agent, &format!("{api}{STORIES}?{query}"))?;
        let path = folder.join(format!("{pages}.json"));
        fs::write(&path, body).map_err(|error| problem(&path, error))?;
        (query, pages) = (next, pages + 1);
        let state = serde_json::json!([api, query, pages]).to_string();
        let aside = folder.join("next.new");
        fs::write(&aside, state).and_then(|()| fs::rename(&aside, &place)).map_err(|error| problem(&place, error))?;
    }
    let mut all = Vec::new();
    for at in 0..pages {
        let page: Value = read_json(&folder.join(format!("{at}.json"))).map_err(|(_, what)| what)?;
        all.extend(page.get("data").and_then(Value::as_array).cloned().unwrap_or_default());
    }
    Ok(all)
}

/// A page of JSON and the query of the next one; only the query counts, not what host the other side names.
fn page(agent: &Agent, address: &str) -> Result<(String, String), String> {
    let problem = |what: &dyn std::fmt::Display| format!("{address}: {what}");
    let mut answer = agent.get(address).header("Accept", "application/json").call().map_err(|error| problem(&error))?;
    let header =
        |name: &str| answer.headers().get(name).and_then(|value| value.to_str().ok()).unwrap_or_default().to_owned();
    let (kind, next) = (header("content-type"), header("next-page"));
    if !kind.contains("json") {
        return Err(problem(&format!("is {kind}, not JSON")));
    }
    let body = answer.body_mut().with_config().limit(LARGEST).read_to_string().map_err(|error| problem(&error))?;
    let value: Value = serde_json::from_str(&body).map_err(|error| problem(&error))?;
    if !value.get("data").is_some_and(Value::is_array) {
        return Err(problem(&"is no list of records"));
    }
    Ok((body, next.split_once('?').map(|(_, query)| query.to_owned()).unwrap_or_default()))
}

fn record(mut raw: Value) -> Result<Record, String> {
    let id = raw.get("id").and_then(Value::as_str).unwrap_or_default().to_owned();
    let moment = raw.get("last_modified").and_then(Value::as_i64).unwrap_or_default();
    if raw.get("deleted").and_then(Value::as_bool) == Some(true) {
        let slug = Slug::parse(&id).map_err(|error| error.to_string())?;
        let date =
            time::OffsetDateTime::from_unix_timestamp(moment / 1000).map_err(|error| format!("{id}: {error}"))?;
        let year = u16::try_from(date.year()).unwrap_or(1900);
        return Ok(Record::Gone(slug, Day { year, month: date.month().into(), day: date.day() }));
    }
    if let Some(fields) = raw.as_object_mut() {
        fields.remove("last_modified");
        fields.remove("schema");
    }
    let story = serde_json::from_value(raw).map_err(|error| format!("{id}: {error}"))?;
    Ok(Record::Story(Box::new(story)))
}

/// The stories that the check of the content finds sound, tried in a copy of the data.
fn sound<'a>(records: &'a [Record], data: &Path, work: &Path, outcome: &mut Outcome) -> Result<Vec<&'a Story>, String> {
    let copy = work.join("pull").join("data");
    let error = |error: std::io::Error| format!("{}: {error}", copy.display());
    let _ = fs::remove_dir_all(&copy);
    copy_folder(data, &copy).map_err(error)?;
    let stories: BTreeMap<String, &Story> = records
        .iter()
        .filter_map(|record| match record {
            Record::Story(story) => Some((story_path(story.id.as_str()), &**story)),
            Record::Gone(..) => None,
        })
        .collect();
    for story in stories.values() {
        put(&copy, (*story).clone())?;
    }
    let (problems, _) = check(&Files::read(&copy, work));
    let mut bad: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for problem in problems.into_iter().filter(|problem| stories.contains_key(&problem.file)) {
        let reason = problem.to_string();
        bad.entry(problem.file).or_default().push(reason);
    }
    outcome.refused.extend(bad.values().map(|reasons| reasons.join("; ")));
    Ok(stories.into_iter().filter(|(file, _)| !bad.contains_key(file)).map(|(_, story)| story).collect())
}

/// Removes the files of withdrawn stories and keeps their addresses. Returns how many are new among them.
fn withdraw(records: &[Record], data: &Path) -> Result<usize, String> {
    let path = data.join(WITHDRAWN);
    let mut file: WithdrawnFile = read_json(&path).map_err(|(_, what)| format!("{}: {what}", path.display()))?;
    let told: BTreeSet<&Slug> = records
        .iter()
        .filter_map(|record| match record {
            Record::Story(story) => Some(&story.id),
            Record::Gone(..) => None,
        })
        .collect();
    let before = file.stories.clone();
    // What was published again is withdrawn no more.
    file.stories.retain(|gone| !told.contains(&gone.id));
    for record in records {
        let Record::Gone(id, on) = record else { continue };
        let story = data.join(story_path(id.as_str()));
        if story.exists() {
            fs::remove_file(&story).map_err(|error| format!("{}: {error}", story.display()))?;
        }
        if !file.stories.iter().any(|gone| gone.id == *id) {
            file.stories.push(Withdrawn { id: id.clone(), on: *on });
        }
    }
    file.stories.sort_by(|a, b| a.id.cmp(&b.id));
    if file.stories != before {
        let text = serde_json::to_string_pretty(&file).map_err(|error| error.to_string())?;
        let aside = path.with_extension("new");
        fs::write(&aside, text + "\n")
            .and_then(|()| fs::rename(&aside, &path))
            .map_err(|error| format!("{}: {error}", path.display()))?;
    }
    Ok(file.stories.iter().filter(|gone| !before.contains(gone)).count())
}

fn copy_folder(from: &Path, to: &Path) -> std::io::Result<()> {
    for entry in walkdir::WalkDir::new(from) {
        let entry = entry?;
        let target: PathBuf = to.join(entry.path().strip_prefix(from).unwrap_or(entry.path()));
        if entry.file_type().is_dir() {
            fs::create_dir_all(&target)?;
        } else {
            fs::copy(entry.path(), &target)?;
        }
    }
    Ok(())
}
