//! The texts of the library of case studies, of its pages, and of finding and sharing.

use serde::{Deserialize, Serialize};

use crate::domain::plural::Plural;

area! {
    /// `library.json`: the library of case studies.
    LibraryTexts {
        title: String,
        page_title: String,
        description: String,
        lead: String,
        search_label: String,
        search: String,
        narrow: String,
        goals: String,
        lines: String,
        regions: String,
        countries: String,
        types: String,
        years: String,
        years_from: String,
        years_to: String,
        any_year: String,
        prize: String,
        prize_years: String,
        sort: String,
        newest: String,
        oldest: String,
        by_title: String,
        found: Plural,
        none: String,
        none_hint: String,
        show_all: String,
        pages: String,
        previous: String,
        next: String,
        page_n: String,
        loading: String,
        failed: String,
        retry: String,
        without_script: String,
        map_heading: String,
        map_label: String,
        map_note: String,
        map_source: String,
        map_table: String,
        country: String,
        count: String,
    }
}

area! {
    /// `story.json`: the page of one case study, and what is said of case studies elsewhere.
    StoryTexts {
        kicker: String,
        glance: String,
        organisation: String,
        kind: String,
        countries: String,
        region: String,
        years: String,
        goals: String,
        lines: String,
        targets: String,
        prize: String,
        worldwide: String,
        since: String,
        span: String,
        about: String,
        prize_winner: String,
        prize_champion: String,
        prize_nominated: String,
        category: String,
        government: String,
        private_sector: String,
        civil_society: String,
        international_organization: String,
        academia: String,
        winner: String,
        champion: String,
        nominated: String,
        results: String,
        as_of: String,
        supports: String,
        outside: String,
        evidence: String,
        editorial: String,
        from_prize: String,
        from_source: String,
        basis_note: String,
        translated: String,
        translated_reviewed: String,
        only_in: String,
        checked: String,
        fresh: String,
        ageing: String,
        old: String,
        researched: String,
        submitted: String,
        imported: String,
        original_entry: String,
        remark: String,
        read_more: String,
        picture: String,
        video: String,
        transcript: String,
        related: String,
        same_cell: String,
        same_country: String,
        same_organisation: String,
        cite: String,
        cite_text: String,
        print: String,
        library: String,
        for_goal: String,
        for_line: String,
        for_cell: String,
        none_yet: String,
        see_all: String,
        is_new: String,
        withdrawn: String,
        withdrawn_lead: String,
        stale: String,
        being_made: String,
    }
}

area! {
    /// `place.json`: the pages of organisations and countries.
    PlaceTexts {
        organisation: String,
        organisation_title: String,
        organisation_description: String,
        country: String,
        country_title: String,
        country_description: String,
        in_library: String,
        name_source: String,
    }
}

area! {
    /// `share.json`: the ways to share a page.
    ShareTexts {
        label: String,
        system: String,
        copy_link: String,
        copy_both: String,
        copied: String,
        copy_failed: String,
        email: String,
        networks: String,
        qr: String,
        qr_alt: String,
        short: String,
    }
}

area! {
    /// `search.json`: the page of the search.
    SearchTexts {
        title: String,
        description: String,
        lead: String,
        label: String,
        button: String,
        key: String,
        key_on: String,
        key_off: String,
        answers: String,
        goals: String,
        lines: String,
        cells: String,
        stories: String,
        places: String,
        pages: String,
        found: Plural,
        none: String,
        did_you_mean: String,
        elsewhere: String,
        ways: String,
        more: String,
        loading: String,
        failed: String,
        retry: String,
        without_script: String,
    }
}

area! {
    /// `dates.json`: dates as the language writes them; `months` as they stand inside a date.
    Dates {
        full: String,
        first_day: String,
        months: Vec<String>,
    }
}
