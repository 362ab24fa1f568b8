//! What happens to a control that a part has drawn. Each says in its `data-do` what it is for.

/// The kinds of things that happen.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum EventKind {
    /// A button, an option or a link is clicked.
    Click,
    /// The value of a field changes.
    Input,
    /// The value of a field or choice is final.
    Change,
    /// A key is pressed in a field.
    Key,
    /// A field is left.
    Leave,
}

/// Something that happens to a control.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Event<'a> {
    /// What kind of thing.
    pub kind: EventKind,
    /// The control's `data-do`.
    pub deed: &'a str,
    /// Its value; for a key, the key's name.
    pub value: &'a str,
}
