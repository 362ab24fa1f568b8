//! Answers as plain objects (decision 17): each key becomes a JavaScript text once an answer, and
//! numbers cross as they are.

use js_sys::{Array, Float64Array, Object};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast as _, JsValue};

#[wasm_bindgen]
extern "C" {
    /// An object whose fields are set as scripts set them: `Reflect` takes several times as long.
    pub(super) type Fields;
    #[wasm_bindgen(method, structural, indexing_setter)]
    fn set(this: &Fields, key: &JsValue, value: &JsValue);
    #[wasm_bindgen(method, structural, indexing_setter)]
    fn set_number(this: &Fields, key: &JsValue, value: f64);
    #[wasm_bindgen(method, structural, indexing_setter)]
    fn set_text(this: &Fields, key: &JsValue, value: &str);
}

/// What an answer is made of.
pub(super) trait Answer {
    /// As JavaScript sees it.
    fn value(&self, texts: &mut Texts) -> JsValue;

    /// Puts it into an object.
    fn put(&self, fields: &Fields, key: Key, texts: &mut Texts) {
        let value = self.value(texts);
        fields.set(texts.at(key), &value);
    }
}

/// A whole answer as JavaScript sees it.
pub(super) fn answer(answer: &impl Answer) -> JsValue {
    answer.value(&mut Texts::default())
}

/// A struct whose fields are those of a plain object, each with its key.
macro_rules! plain_object {
    ($(#[$doc:meta])* $visibility:vis struct $name:ident $(<$life:lifetime>)? {
        $($field:ident: $type:ty => $key:literal,)*
    }) => {
        $(#[$doc])*
        #[derive(Debug)]
        $visibility struct $name $(<$life>)? {
            $($field: $type,)*
        }

        impl $(<$life>)? $crate::api::objects::Answer for $name $(<$life>)? {
            fn value(&self, texts: &mut $crate::api::objects::Texts) -> wasm_bindgen::JsValue {
                let fields = $crate::api::objects::empty();
                $(
                    let key = texts.fixed($key);
                    self.$field.put(&fields, key, texts);
                )*
                fields.into()
            }
        }
    };
}
pub(super) use plain_object;

/// An object without fields.
pub(super) fn empty() -> Fields {
    Object::new().unchecked_into()
}

/// JavaScript texts that were made in an answer: they are lent, since a copy crosses to JavaScript
/// twice.
#[derive(Default)]
pub(super) struct Texts {
    made: Vec<JsValue>,
    /// In place of what was never made.
    none: JsValue,
    /// Keys and words: always the same text in the same place of the program.
    fixed: Vec<(&'static str, Key)>,
    /// Keys that are ids, in the order in which they first came.
    ids: Vec<(String, Key)>,
    /// The place of the id that came after the last one, when that came before: units have the same
    /// indicators in the same order.
    next: usize,
}

/// A text that was made.
#[derive(Clone, Copy, Debug)]
pub(super) struct Key(usize);

impl Texts {
    fn at(&self, key: Key) -> &JsValue {
        self.made.get(key.0).unwrap_or(&self.none)
    }

    fn make(&mut self, text: &str) -> Key {
        self.made.push(JsValue::from_str(text));
        Key(self.made.len() - 1)
    }

    pub(super) fn fixed(&mut self, text: &'static str) -> Key {
        let found = self.fixed.iter().find(|(own, _)| std::ptr::eq(*own, text));
        if let Some((_, key)) = found {
            return *key;
        }
        let key = self.make(text);
        self.fixed.push((text, key));
        key
    }

    fn id(&mut self, id: &str) -> Key {
        let is_next = self.ids.get(self.next).is_some_and(|(own, _)| own == id);
        let place = match is_next {
            true => Some(self.next),
            false => self.ids.iter().position(|(own, _)| own == id),
        };
        if let Some((place, (_, key))) = place.and_then(|p| Some((p, self.ids.get(p)?))) {
            self.next = place + 1;
            return *key;
        }
        let key = self.make(id);
        self.ids.push((id.to_owned(), key));
        self.next = self.ids.len();
        key
    }
}

/// A word of the contract: one of few.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Word(pub(super) &'static str);

/// A field that is left out where there is nothing.
#[derive(Debug)]
pub(super) struct Optional<T>(pub(super) Option<T>);

/// An object by ids, in an order that tells something.
#[derive(Debug)]
pub(super) struct Ordered<I, T>(pub(super) Vec<(I, T)>);

/// Many numbers.
#[derive(Debug)]
pub(super) struct Numbers(pub(super) Vec<f64>);

impl Answer for f64 {
    fn value(&self, _: &mut Texts) -> JsValue {
        JsValue::from_f64(*self)
    }

    fn put(&self, fields: &Fields, key: Key, texts: &mut Texts) {
        fields.set_number(texts.at(key), *self);
    }
}

/// Whole numbers that a float holds.
macro_rules! whole_numbers {
    ($($type:ty)*) => {$(
        impl Answer for $type {
            fn value(&self, texts: &mut Texts) -> JsValue {
                (*self as f64).value(texts)
            }

            fn put(&self, fields: &Fields, key: Key, texts: &mut Texts) {
                (*self as f64).put(fields, key, texts);
            }
        }
    )*};
}
whole_numbers!(u16 u32 i64 usize);

/// What was made already, while what it borrows from was at hand.
impl Answer for JsValue {
    fn value(&self, _: &mut Texts) -> JsValue {
        self.clone()
    }
}

impl Answer for bool {
    fn value(&self, _: &mut Texts) -> JsValue {
        JsValue::from_bool(*self)
    }
}

impl Answer for str {
    fn value(&self, _: &mut Texts) -> JsValue {
        JsValue::from_str(self)
    }

    fn put(&self, fields: &Fields, key: Key, texts: &mut Texts) {
        fields.set_text(texts.at(key), self);
    }
}

impl Answer for String {
    fn value(&self, texts: &mut Texts) -> JsValue {
        self.as_str().value(texts)
    }

    fn put(&self, fields: &Fields, key: Key, texts: &mut Texts) {
        self.as_str().put(fields, key, texts);
    }
}

impl Answer for Word {
    fn value(&self, texts: &mut Texts) -> JsValue {
        let word = texts.fixed(self.0);
        texts.at(word).clone()
    }

    fn put(&self, fields: &Fields, key: Key, texts: &mut Texts) {
        let word = texts.fixed(self.0);
        fields.set(texts.at(key), texts.at(word));
    }
}

impl<T: Answer + ?Sized> Answer for &T {
    fn value(&self, texts: &mut Texts) -> JsValue {
        (**self).value(texts)
    }

    fn put(&self, fields: &Fields, key: Key, texts: &mut Texts) {
        (**self).put(fields, key, texts);
    }
}

impl<T: Answer> Answer for Option<T> {
    fn value(&self, texts: &mut Texts) -> JsValue {
        self.as_ref().map_or(JsValue::NULL, |own| own.value(texts))
    }
}

impl<T: Answer> Answer for Optional<T> {
    fn value(&self, texts: &mut Texts) -> JsValue {
        self.0.value(texts)
    }

    fn put(&self, fields: &Fields, key: Key, texts: &mut Texts) {
        if let Some(own) = &self.0 {
            own.put(fields, key, texts);
        }
    }
}

impl<T: Answer> Answer for Vec<T> {
    fn value(&self, texts: &mut Texts) -> JsValue {
        let list = Array::new();
        for item in self {
            list.push(&item.value(texts));
        }
        list.into()
    }
}

impl<I: AsRef<str>, T: Answer> Answer for Ordered<I, T> {
    fn value(&self, texts: &mut Texts) -> JsValue {
        let fields = empty();
        for (id, value) in &self.0 {
            let key = texts.id(id.as_ref());
            value.put(&fields, key, texts);
        }
        fields.into()
    }
}

impl Answer for Numbers {
    fn value(&self, _: &mut Texts) -> JsValue {
        Array::from(&Float64Array::from(self.0.as_slice())).into()
    }
}
