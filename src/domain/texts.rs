//! The interface texts, `{lang}/text/{area}.json`: one struct an area, so that a missing or unknown key is
//! an error of the build. A page carries only the areas it shows.

use serde::{Deserialize, Serialize};

use super::plural::Plural;

/// Defines an area: its struct, whose fields are the keys of the file.
macro_rules! area {
    ($(#[$doc:meta])* $name:ident { $($key:ident: $kind:ty),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
        #[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
        #[serde(deny_unknown_fields)]
        pub struct $name { $(pub $key: $kind),+ }

        crate::packed_texts! { $name { $($key),+ } }

        #[cfg(target_arch = "wasm32")]
        impl crate::domain::texts::ByName for $name {
            fn by_name(value: &serde_json::Value) -> Option<Self> {
                use crate::domain::texts::ByName;
                Some(Self { $($key: ByName::by_name(value.get(stringify!($key))?)?),+ })
            }
        }
    };
}

/// Reads texts from their file as it is published: smaller in WebAssembly than what serde makes of a hundred keys.
#[cfg(target_arch = "wasm32")]
pub trait ByName: Sized {
    /// `None` when a key is missing or is no text.
    fn by_name(value: &serde_json::Value) -> Option<Self>;
}

#[cfg(target_arch = "wasm32")]
impl ByName for String {
    fn by_name(value: &serde_json::Value) -> Option<Self> {
        value.as_str().map(ToOwned::to_owned)
    }
}

#[cfg(target_arch = "wasm32")]
impl ByName for Plural {
    fn by_name(value: &serde_json::Value) -> Option<Self> {
        Self::deserialize(value).ok()
    }
}

#[cfg(target_arch = "wasm32")]
impl<T: ByName> ByName for Vec<T> {
    fn by_name(value: &serde_json::Value) -> Option<Self> {
        value.as_array()?.iter().map(T::by_name).collect()
    }
}

mod embed;
mod staff;
mod stories;
mod submit;

pub use embed::Embed;
pub use staff::Staff;
pub use stories::{Dates, LibraryTexts, PlaceTexts, SearchTexts, ShareTexts, StoryTexts};
pub use submit::{Question, Questions, Submit};

area! {
    /// `common.json`: the frame around every page, and words used everywhere.
    Common {
        campaign: String,
        skip: String,
        nav_label: String,
        footer_label: String,
        language_label: String,
        home: String,
        matrix: String,
        stories: String,
        about: String,
        data: String,
        search: String,
        accessibility: String,
        privacy: String,
        embed: String,
        submit: String,
        goals: String,
        lines: String,
        goal_n: String,
        targets: String,
        whole_goal: String,
        count_targets: Plural,
        count_links: Plural,
        count_stories: Plural,
        disputed: String,
        unconfirmed: String,
        confirmed: String,
        living: String,
        own_words: String,
        fallback_note: String,
        sources: String,
        undated: String,
        date_about: String,
        failed: String,
        offer: String,
        close: String,
        choose_language: String,
        disclaimer: String,
        licence: String,
        report: String,
        report_subject: String,
        report_body: String,
        picture_alt: String,
    }
}

area! {
    /// `home.json`
    Home {
        title: String,
        description: String,
        headline: String,
        lead: String,
        explore: String,
        learn: String,
        weave: String,
        fact_links: String,
        fact_targets: String,
        fact_languages: String,
        fact_trackers: String,
        what_heading: String,
        what: Vec<String>,
        how_heading: String,
        how: Vec<String>,
        start_heading: String,
        goals_heading: String,
        lines_heading: String,
        doubt_heading: String,
        doubt: String,
        doubt_count: Plural,
        read_on: String,
        all_stories: String,
    }
}

area! {
    /// `explorer.json`: the matrix page.
    Explorer {
        title: String,
        description: String,
        heading: String,
        lead: String,
        caption: String,
        corner: String,
        cell_name: String,
        empty_name: String,
        no_link: String,
        legend_label: String,
        legend_count: String,
        legend_whole: String,
        legend_disputed: String,
        legend_unconfirmed: String,
        tools_label: String,
        view_label: String,
        view_grid: String,
        view_lines: String,
        view_goals: String,
        view_text: String,
        filter_heading: String,
        reset: String,
        showing: Plural,
        none: String,
        copy_link: String,
        copied: String,
        copy_failed: String,
        panel_label: String,
        hint: String,
        keys: String,
        loading: String,
        load_failed: String,
        retry: String,
        open_page: String,
        open_line: String,
        open_goal: String,
        sentence: String,
        announce_closed: String,
        layer_label: String,
        layer_links: String,
        gap_invite: String,
        gap_sign: String,
        see_list: String,
        outside: String,
        find_label: String,
        find_hint: String,
        find_none: String,
        find_count: Plural,
        bridge: String,
        bridge_lines: Plural,
        bridge_goals: Plural,
        bridge_none: String,
        and: String,
        compared: String,
        both: String,
        only: String,
        nothing: String,
    }
}

area! {
    /// `help.json`: of the explorer, what stands still: the tour, and what can be taken away.
    Help {
        take: String,
        export_csv: String,
        export_json: String,
        export_svg: String,
        export_png: String,
        copy_text: String,
        copy_table: String,
        print: String,
        copied_what: String,
        take_failed: String,
        tour_offer: String,
        tour_start: String,
        tour_skip: String,
        tour_again: String,
        tour_label: String,
        tour_next: String,
        tour_back: String,
        tour_end: String,
        tour_steps: Vec<String>,
    }
}

area! {
    /// `link.json`: what is said of a single link, in the explorer's panel and on the link's own page.
    LinkTexts {
        why: String,
        targets: String,
        whole: String,
        whole_too: String,
        status: String,
        readings_differ: String,
        readings_one: String,
        reading_copy: String,
        reading_record: String,
        reading_absent: String,
    }
}

area! {
    /// `cell.json`: the page of one link.
    CellTexts {
        title: String,
        description: String,
        kicker: String,
        same_goal: String,
        same_line: String,
        previous: String,
        next: String,
        in_matrix: String,
        changed: String,
    }
}

area! {
    /// `line.json`: the page of one action line.
    LineTexts {
        title: String,
        description: String,
        family: String,
        official: String,
        later: String,
        lead_facilitators: String,
        co_facilitators: String,
        recalled: String,
        serves: String,
        all: String,
        in_matrix: String,
        previous: String,
        next: String,
        ranked: String,
        neighbours: String,
        shared: Plural,
        counted_heading: String,
        counted: String,
        not_counted: String,
        in_english: String,
    }
}

area! {
    /// `goal.json`: the page of one goal.
    GoalTexts {
        title: String,
        description: String,
        kicker: String,
        served_by: String,
        cited: String,
        cited_by: String,
        not_cited: Plural,
        none_cited: String,
        identifier: String,
        all: String,
        in_matrix: String,
        previous: String,
        next: String,
        neighbours: String,
        shared: Plural,
    }
}

area! {
    /// A heading with its paragraphs.
    Section { heading: String, paragraphs: Vec<String> }
}

area! {
    /// `accessibility.json`, `privacy.json`: a page that is only read.
    Prose { title: String, description: String, lead: String, sections: Vec<Section> }
}

area! {
    /// `about.json`
    About {
        title: String,
        description: String,
        lead: String,
        sections: Vec<Section>,
        contact_heading: String,
        contact: String,
        contact_none: String,
        sources_heading: String,
    }
}

area! {
    /// What each file of the open data holds.
    DataFiles {
        matrix_json: String,
        matrix_csv: String,
        lines_json: String,
        goals_json: String,
        targets_json: String,
        sources_json: String,
        rationales_json: String,
        stories_json: String,
        stories_csv: String,
        changes_json: String,
        package: String,
        activities_json: String,
        campaign_json: String,
        layers_json: String,
    }
}

area! {
    /// `data.json`: the page of the open data.
    DataTexts {
        title: String,
        description: String,
        lead: String,
        files_heading: String,
        file: String,
        content: String,
        schema: String,
        files: DataFiles,
        use_heading: String,
        usage: Vec<String>,
        licence_heading: String,
        licence: String,
        cite_heading: String,
        cite: String,
        changes: String,
    }
}

area! {
    /// `notfound.json`
    NotFound { title: String, description: String, lead: String }
}
