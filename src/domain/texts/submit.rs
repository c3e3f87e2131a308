//! Texts of the form for members.

use serde::{Deserialize, Serialize};

/// A question: what it is called, what it asks for, and an answer as an example.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Question {
    pub label: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub hint: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub example: String,
}

crate::packed_texts! { Question { label, hint, example } }

#[cfg(target_arch = "wasm32")]
impl super::ByName for Question {
    fn by_name(value: &serde_json::Value) -> Option<Self> {
        Self::deserialize(value).ok()
    }
}

area! {
    /// The questions by the name of the field.
    Questions {
        title: Question,
        summary: Question,
        body: Question,
        figure: Question,
        what: Question,
        date: Question,
        source: Question,
        countries: Question,
        scope: Question,
        from: Question,
        to: Question,
        years_about: Question,
        organisation: Question,
        r#type: Question,
        lines: Question,
        more_lines: Question,
        goals: Question,
        evidence: Question,
        targets: Question,
        link_url: Question,
        link_text: Question,
        picture_url: Question,
        picture_file: Question,
        picture_alt: Question,
        picture_caption: Question,
        contact_name: Question,
        contact_email: Question,
        consent: Question,
        website: Question,
        note: Question,
    }
}

area! {
    /// What is wrong with an answer.
    AnswerErrors {
        required: String,
        short: String,
        long: String,
        unseen: String,
        address: String,
        email: String,
        year: String,
        order: String,
        place: String,
        goals_none: String,
        goals_many: String,
        claim: String,
        row: String,
        consent: String,
        picture_large: String,
        picture_kind: String,
        size: String,
    }
}

area! {
    /// `submit.json`
    Submit {
        title: String,
        description: String,
        heading: String,
        lead: String,
        needs_script: String,
        no_address: String,
        steps_label: String,
        step_story: String,
        step_place: String,
        step_who: String,
        step_goals: String,
        step_links: String,
        step_consent: String,
        step_preview: String,
        step_send: String,
        optional: String,
        example: String,
        fields: Questions,
        results: String,
        results_hint: String,
        links: String,
        pictures: String,
        add_result: String,
        add_link: String,
        add_picture: String,
        remove: String,
        find_country: String,
        countries_chosen: String,
        nothing_chosen: String,
        choose: String,
        count_characters: String,
        count_words: String,
        count_words_zh: String,
        goals_chosen: String,
        in_matrix: String,
        not_in_matrix: String,
        claim: String,
        named_in_matrix: String,
        suggestion: String,
        drafts: String,
        draft_name: String,
        draft_untitled: String,
        draft_new: String,
        draft_export: String,
        draft_import: String,
        draft_delete: String,
        draft_delete_sure: String,
        draft_saved: String,
        draft_blocked: String,
        draft_bad_file: String,
        draft_imported: String,
        draft_deleted: String,
        draft_in_two: String,
        errors_heading: String,
        errors: AnswerErrors,
        preview_show: String,
        preview_page: String,
        preview_card: String,
        preview_share: String,
        preview_note: String,
        send: String,
        send_hint: String,
        sending: String,
        waiting_network: String,
        waiting_server: String,
        send_again: String,
        send_stop: String,
        refused: String,
        refused_large: String,
        refused_kind: String,
        pictures_stay: String,
        other_ways: String,
        no_api: String,
        handover: String,
        handover_note: String,
        email: String,
        email_note: String,
        email_subject: String,
        issue: String,
        issue_note: String,
        too_long_for_link: String,
        receipt_heading: String,
        receipt: String,
        receipt_handed: String,
        receipt_keep: String,
        receipt_file: String,
        receipt_copy: String,
        copied: String,
        copy_failed: String,
        receipt_new: String,
        follow_heading: String,
        follow_lead: String,
        follow_confirm: String,
        follow_correct: String,
        follow_withdraw: String,
        follow_correct_hint: String,
        follow_withdraw_hint: String,
        follow_bad: String,
        privacy: String,
        privacy_note: String,
        load_failed: String,
    }
}
