//! Failures of a call as JavaScript `Error` objects with a `code`.

use crate::calculator::{CalculatorError, ErrorCode};
use crate::files::FileError;
use wasm_bindgen::JsValue;

/// Why a call failed.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub(super) enum ApiError {
    /// The calculator's own answer.
    #[error("{0}")]
    Calculator(#[from] CalculatorError),
    /// An argument of the wrong type or shape.
    #[error("{path}: {problem}")]
    BadInput {
        /// Where in the argument.
        path: String,
        /// What was given and what is allowed.
        problem: String,
    },
    /// A number outside its range.
    #[error("{path}: {problem}")]
    OutOfRange {
        /// Where in the argument.
        path: String,
        /// What was given and what is allowed.
        problem: String,
    },
    /// A session after `free`.
    #[error("this session was freed; open another one with open(scenario)")]
    Freed,
    /// A session after `unload` of its edition.
    #[error(
        "edition `{0}` of this session was unloaded; load it again and open another session on it"
    )]
    Unloaded(String),
    /// The build itself is damaged.
    #[error("the shipped data cannot be read ({0}); rebuild or download the module again")]
    Damaged(#[from] FileError),
}

impl ApiError {
    pub(super) fn bad_input(path: &str, problem: impl Into<String>) -> Self {
        Self::BadInput {
            path: path.to_owned(),
            problem: problem.into(),
        }
    }

    pub(super) fn out_of_range(path: &str, problem: impl Into<String>) -> Self {
        Self::OutOfRange {
            path: path.to_owned(),
            problem: problem.into(),
        }
    }

    fn code(&self) -> ErrorCode {
        match self {
            Self::Calculator(error) => error.code(),
            Self::BadInput { .. } => ErrorCode::BadInput,
            Self::OutOfRange { .. } => ErrorCode::OutOfRange,
            Self::Freed | Self::Unloaded(_) | Self::Damaged(_) => ErrorCode::Unavailable,
        }
    }
}

/// An `Error` with the sentence as its message and the class in `code`.
pub(super) fn to_js(error: &ApiError) -> JsValue {
    let js = js_sys::Error::new(&error.to_string());
    // Setting a property on an object made here cannot fail.
    js_sys::Reflect::set(&js, &"code".into(), &error.code().as_str().into()).ok();
    js.into()
}
