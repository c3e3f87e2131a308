//! The words of the desk in a language, and the links of the matrix: files of the public site.

use serde_json::Value;

use super::fetch::file;
use crate::domain::{
    ids::{CellId, GoalId, LineId, TargetCode},
    lang::Lang,
    texts::{ByName, Staff},
};

/// A link of the matrix.
#[derive(Clone, Debug)]
pub struct Link {
    pub cell: CellId,
    pub targets: Vec<TargetCode>,
}

pub async fn words(lang: Lang) -> Option<Staff> {
    Staff::by_name(&file(&format!("../data/{}/text/staff.json", lang.code())).await?)
}

pub async fn matrix() -> Option<Vec<Link>> {
    let matrix = file("../data/matrix.json").await?;
    let link = |link: &Value| {
        let targets = link.get("targets").and_then(Value::as_array).into_iter().flatten();
        Some(Link {
            cell: CellId {
                line: LineId::parse(link.get("line")?.as_str()?).ok()?,
                goal: GoalId::new(link.get("goal")?.as_u64()?).ok()?,
            },
            targets: targets.filter_map(|code| TargetCode::parse(code.as_str()?).ok()).collect(),
        })
    };
    Some(matrix.get("links")?.as_array()?.iter().filter_map(link).collect())
}

/// The address of the public site, which is another origin than that of the desk.
pub async fn site() -> Option<String> {
    let words = file("../library/en/form.json").await?;
    words.get("site")?.as_str().map(ToOwned::to_owned)
}
