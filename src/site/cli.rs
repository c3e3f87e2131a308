//! The commands of the `site` tool. `make` calls them; each says what it did in a line.

use std::{
    fs,
    path::{Path, PathBuf},
    process::ExitCode,
    time::Instant,
};

use clap::{Parser, Subcommand};

use super::{
    api_schemas, budget,
    check::{self, Coverage},
    compress,
    files::{Files, WORK, story_path},
    import::{self, Rejected},
    pages::Content,
    previous::Previous,
    pull,
    render::{self, POLICY_FILE},
    serve,
    settings::Settings,
    share, style, submissions, synthetic, versions,
};
use crate::domain::{day::Day, names::Slug};

#[derive(Parser)]
#[command(name = "site", about = "Checks, prerenders and serves #ICT4SDG.")]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Check all content; print every problem and fail if there is one.
    Check {
        /// The folder of the data files.
        #[arg(default_value = DATA)]
        data: PathBuf,
    },
    /// Write the part of the style sheet that follows from the data.
    Style {
        #[arg(default_value = "target/site/axes.css")]
        out: PathBuf,
    },
    /// Check the content and prerender every page into the folder that Trunk is staging.
    Render {
        #[arg(long, env = "TRUNK_STAGING_DIR")]
        dist: PathBuf,
        #[command(flatten)]
        settings: Settings,
        /// The folder of the data files.
        #[arg(long, default_value = DATA)]
        data: PathBuf,
        /// The last build, from which unchanged pages are taken: only when nothing but content has changed since.
        #[arg(long, env = "SITE_PREVIOUS")]
        previous: Option<PathBuf>,
        /// What builds keep, beside the site.
        #[arg(long, default_value = WORK)]
        work: PathBuf,
        /// Keep Trunk's live-reload script.
        #[arg(long, env = "SITE_DEV")]
        dev: bool,
    },
    /// Turn an export of another list into case-study files; `docs/adding-a-case-study.md` says how.
    Import {
        /// A CSV with a line of headings, or a JSON array of objects.
        export: PathBuf,
        /// Which column is what.
        #[arg(long)]
        mapping: PathBuf,
        /// Where bad rows go, with the reasons.
        #[arg(long, default_value = "rejects.csv")]
        rejects: PathBuf,
        #[arg(long, default_value = DATA)]
        data: PathBuf,
    },
    /// Take a handed-over submission into the repository as a case study; `docs/adding-a-case-study.md` says how.
    ImportSubmission {
        file: PathBuf,
        /// Its address; without one it follows from the title.
        #[arg(long, value_parser = Slug::parse)]
        slug: Option<Slug>,
        #[arg(long, default_value = DATA)]
        data: PathBuf,
    },
    /// Take over what an API has published and withdrawn; `docs/deploying.md` says how to do it every night.
    Pull {
        /// The address of the API, with `/v1/` at its end.
        api: String,
        #[arg(long, default_value = DATA)]
        data: PathBuf,
        #[arg(long, default_value = WORK)]
        work: PathBuf,
    },
    /// Keep the matrix as it is now, for those who embed it frozen; `docs/embedding.md` says when.
    Freeze {
        #[arg(long, default_value = DATA)]
        data: PathBuf,
    },
    /// Write a copy of the data with synthetic case studies, for measuring.
    Synthesize {
        count: usize,
        #[arg(long, default_value_t = 1)]
        seed: u64,
        #[arg(long)]
        out: PathBuf,
    },
    /// Write the precompressed twins of everything in the folder that Trunk is staging.
    Compress {
        #[arg(long, env = "TRUNK_STAGING_DIR")]
        dist: PathBuf,
        #[arg(long, env = "SITE_PREVIOUS")]
        previous: Option<PathBuf>,
        /// What builds keep, beside the site.
        #[arg(long, default_value = WORK)]
        work: PathBuf,
    },
    /// Serve the built site on this machine.
    Serve {
        #[arg(long, default_value = "dist")]
        dist: PathBuf,
        #[arg(long, env = "PORT", default_value_t = 8080)]
        port: u16,
        #[command(flatten)]
        settings: Settings,
    },
    /// Write the schemas by which the engine of the API checks what is written into it; `docs/api.md` says how.
    Schemas {
        #[arg(default_value = "target/site/api")]
        folder: PathBuf,
    },
    /// Print the sizes of what is sent beside their budgets; fail when one is missed.
    Budget {
        #[arg(long, default_value = "dist")]
        dist: PathBuf,
        /// The editors' desk.
        #[arg(long, default_value = "dist-staff")]
        desk: PathBuf,
    },
}

/// The project's own data.
const DATA: &str = "public/data";

/// Where compressed files are kept between builds, among what builds keep.
const CACHE: &str = "compressed";

/// Where share pictures are kept between builds, which does not depend on the data.
const POSTERS: &str = "posters";

pub fn main() -> ExitCode {
    let done = match Cli::parse().command {
        Command::Check { data } => check_content(&data, Path::new(WORK)).map(|_| ()),
        Command::Style { out } => write_style(&out),
        Command::Render { dist, settings, data, previous, work, dev } => render_site(
            &data,
            render::Target { dist, settings, previous: Previous::at(previous, &work), work, reload: dev },
        ),
        Command::Import { export, mapping, rejects, data } => import_list(&export, &mapping, &rejects, &data),
        Command::ImportSubmission { file, slug, data } => import_submission(&file, slug, &data),
        Command::Pull { api, data, work } => pull_stories(&api, &data, &work),
        Command::Freeze { data } => freeze(&data),
        Command::Synthesize { count, seed, out } => synthetic::write(count, seed, Path::new(DATA), &out),
        Command::Compress { dist, previous, work } => {
            let previous = Previous::at(previous, &work);
            compress::precompress(&dist, &work.join(CACHE), &previous).map_err(|error| error.to_string())
        }
        Command::Serve { dist, port, settings } => serve_site(dist, port, settings),
        Command::Schemas { folder } => api_schemas::write(&folder),
        Command::Budget { dist, desk } => print_budget(&dist, &desk),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("site: {message}");
            ExitCode::FAILURE
        }
    }
}

fn check_content(data: &Path, work: &Path) -> Result<Content, String> {
    let files = Files::read(data, work);
    let (problems, coverage) = check::check(&files);
    print_coverage(&coverage);
    for problem in &problems {
        eprintln!("{}/{problem}", data.display());
    }
    if data == Path::new(DATA) && files.stories.iter().any(|story| story.id.as_str().starts_with(synthetic::PREFIX)) {
        return Err("synthetic case studies are for measuring only and are never shipped".to_owned());
    }
    if !problems.is_empty() {
        return Err(format!("{} problems in the content", problems.len()));
    }
    let content = Content::complete(files, today()).ok_or("the content is not complete")?;
    println!(
        "Content checked: {} action lines, {} goals, {} targets, {} links, {} case studies, {} sources, no problems.",
        content.lines.len(),
        content.goals.len(),
        content.targets.len(),
        content.links.len(),
        content.stories.all.len(),
        content.sources.len(),
    );
    Ok(content)
}

/// Today, in universal time.
fn today() -> Day {
    let now = time::OffsetDateTime::now_utc();
    Day { year: u16::try_from(now.year()).unwrap_or(1900), month: now.month().into(), day: now.day() }
}

fn print_coverage(coverage: &Coverage) {
    for ((kind, lang), count) in &coverage.missing {
        println!("Not yet translated: {count} {kind} in {} (shown in English, marked).", lang.code());
    }
}

fn import_list(export: &Path, mapping: &Path, rejects: &Path, data: &Path) -> Result<(), String> {
    let outcome = import::import(export, mapping, data)?;
    for Rejected { row, reasons } in &outcome.rejected {
        eprintln!("{} row {}: {}", export.display(), row.number, reasons.join("; "));
    }
    println!(
        "Imported: {} written, {} unchanged, {} rejected.",
        outcome.written,
        outcome.unchanged,
        outcome.rejected.len()
    );
    if outcome.rejected.is_empty() {
        return Ok(());
    }
    println!("The rejected rows stand in {}.", rejects.display());
    import::write_rejects(&outcome.rejected, rejects)
}

fn import_submission(file: &Path, slug: Option<Slug>, data: &Path) -> Result<(), String> {
    let slug = submissions::import(file, slug, data, Path::new(WORK), today())?;
    println!("Written: {}. Read it, build, and commit it.", data.join(story_path(slug.as_str())).display());
    Ok(())
}

fn pull_stories(api: &str, data: &Path, work: &Path) -> Result<(), String> {
    let outcome = pull::pull(api, data, work)?;
    for reason in &outcome.refused {
        eprintln!("left alone: {reason}");
    }
    println!(
        "Pulled: {} written, {} unchanged, {} withdrawn, {} left alone.",
        outcome.written,
        outcome.unchanged,
        outcome.withdrawn,
        outcome.refused.len()
    );
    Ok(())
}

fn freeze(data: &Path) -> Result<(), String> {
    check_content(data, Path::new(WORK))?;
    let (id, is_new) = versions::freeze(Files::read(data, Path::new(WORK)), data)?;
    println!("{} {id}", if is_new { "Kept the matrix as version" } else { "The matrix is already kept as version" });
    Ok(())
}

fn write_style(out: &Path) -> Result<(), String> {
    let files = Files::read(Path::new(DATA), Path::new(WORK));
    let (Some(lines), Some(goals)) = (files.lines, files.goals) else {
        return Err("lines.json or goals.json cannot be read; `site check` says why".to_owned());
    };
    let css = style::axes(&lines.lines, &goals.goals);
    let parent = out.parent().map_or(Ok(()), fs::create_dir_all);
    // Unchanged files keep their time, so that a watcher does not build without end.
    if fs::read_to_string(out).is_ok_and(|before| before == css) {
        return Ok(());
    }
    parent.and_then(|()| fs::write(out, css)).map_err(|error| format!("{}: {error}", out.display()))
}

fn render_site(data: &Path, target: render::Target) -> Result<(), String> {
    let start = Instant::now();
    let content = check_content(data, &target.work)?;
    let pages = render::site(&content, &target)?;
    println!("Prerendered {pages} pages in {:.1} s.", start.elapsed().as_secs_f32());
    let start = Instant::now();
    let posters = Path::new(WORK).join(POSTERS);
    let pictures = share::write_all(&content, &target.settings, &target.dist, &posters, &target.previous)?;
    println!("Drew {pictures} share pictures in {:.1} s.", start.elapsed().as_secs_f32());
    Ok(())
}

fn serve_site(dist: PathBuf, port: u16, settings: Settings) -> Result<(), String> {
    let policy = fs::read_to_string(dist.join(POLICY_FILE))
        .map_err(|error| format!("{}: {error}; build the site first", dist.join(POLICY_FILE).display()))?;
    let runtime =
        tokio::runtime::Builder::new_current_thread().enable_all().build().map_err(|error| error.to_string())?;
    runtime.block_on(serve::serve(dist, settings.base, policy, port)).map_err(|error| format!("port {port}: {error}"))
}

fn print_budget(dist: &Path, desk: &Path) -> Result<(), String> {
    let lines = budget::measure(dist, desk)?;
    println!("Bytes sent (brotli)");
    for line in &lines {
        let verdict = if line.bytes <= line.limit { "within" } else { "OVER" };
        println!("  {:<36} {:>8} of {:>8}  {verdict}", line.what, line.bytes, line.limit);
    }
    match lines.iter().filter(|line| line.bytes > line.limit).count() {
        0 => Ok(()),
        over => Err(format!("{over} budgets missed")),
    }
}
