//! Descriptions of the tables for machines: a Data Package, and metadata as CSV on the Web asks for it.

use serde_json::{Value, json};

use super::{csv, pages::Content, settings::Settings};
use crate::route::asset;

/// What a column holds, by its name; of the same name in all tables.
fn kind(column: &str) -> &'static str {
    match column {
        "goal" | "from" | "to" | "prize_year" => "integer",
        "whole_goal" => "boolean",
        "confirmed" | "as_of" => "date",
        _ => "string",
    }
}

const TABLES: [(&str, &str, &[&str]); 2] = [
    ("matrix", "Links between WSIS action lines and Sustainable Development Goals", &csv::MATRIX),
    ("case-studies", "Case studies of ICTs for the Sustainable Development Goals", &csv::STORIES),
];

/// Path below the root of the site and content of each description.
pub fn all(content: &Content, settings: &Settings) -> Vec<(String, String)> {
    let address = |file: &str| settings.absolute(&asset(&settings.base, &format!("data/{file}")));
    let fields = |columns: &[&str]| -> Vec<Value> {
        columns.iter().map(|column| json!({ "name": column, "type": kind(column) })).collect()
    };
    let resources: Vec<Value> = TABLES
        .iter()
        .map(|(name, title, columns)| {
            json!({
                "name": name, "title": title, "path": format!("{name}.csv"), "format": "csv",
                "mediatype": "text/csv", "encoding": "utf-8", "schema": { "fields": fields(columns) },
            })
        })
        .collect();
    let package = json!({
        "name": "ict4sdg", "title": "#ICT4SDG: the WSIS–SDG Matrix", "version": content.as_of, "homepage": address(""),
        "licenses": [{ "name": "CC-BY-4.0", "path": "https://creativecommons.org/licenses/by/4.0/" }],
        "resources": resources,
    });
    let on_the_web = TABLES.iter().map(|(name, title, columns)| {
        let columns: Vec<Value> = columns
            .iter()
            .map(|column| json!({ "name": column, "titles": column, "datatype": kind(column) }))
            .collect();
        let metadata = json!({
            "@context": "http://www.w3.org/ns/csvw", "url": format!("{name}.csv"), "dc:title": title,
            "dc:license": { "@id": "https://creativecommons.org/licenses/by/4.0/" }, "dc:date": content.as_of,
            "tableSchema": { "columns": columns },
        });
        (format!("data/{name}.csv-metadata.json"), metadata.to_string())
    });
    std::iter::once(("data/datapackage.json".to_owned(), package.to_string())).chain(on_the_web).collect()
}
