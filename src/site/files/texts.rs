//! The interface texts of one language: an area a file.

use super::{Reader, text_path};
use crate::domain::{lang::Lang, texts};

/// Defines the areas: their names, which are the names of their files, and what each holds.
macro_rules! areas {
    ($($area:ident: $kind:ident),+ $(,)?) => {
        /// The interface texts of one language.
        #[derive(Clone, Debug)]
        pub struct Texts { $(pub $area: texts::$kind),+ }

        /// The names of the areas of text.
        pub const AREAS: &[&str] = &[$(stringify!($area)),+];

        impl Reader<'_> {
            /// All areas of a language; every broken one is reported, not just the first.
            pub(super) fn texts(&mut self, lang: Lang) -> Option<Texts> {
                $(let $area = self.json(&text_path(lang, stringify!($area)));)+
                Some(Texts { $($area: $area?),+ })
            }
        }
    };
}

areas! {
    common: Common,
    home: Home,
    explorer: Explorer,
    help: Help,
    embed: Embed,
    submit: Submit,
    staff: Staff,
    link: LinkTexts,
    cell: CellTexts,
    line: LineTexts,
    goal: GoalTexts,
    about: About,
    accessibility: Prose,
    privacy: Prose,
    data: DataTexts,
    library: LibraryTexts,
    story: StoryTexts,
    place: PlaceTexts,
    share: ShareTexts,
    search: SearchTexts,
    dates: Dates,
    notfound: NotFound,
}
