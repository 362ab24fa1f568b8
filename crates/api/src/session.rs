//! Sessions in JavaScript: one scenario being edited, for sliders. A method is convert, call, convert.

use super::answer;
use super::dto::{Ordered, OverrideDto};
use super::errors::{ApiError, to_js};
use super::plain::{LONGEST_TEXT, Plain};
use super::request;
use dti_engine::calculator::Calculator as Core;
use dti_engine::model::{Exact, POINTS_DECIMALS, Rivals, Scenario};
use dti_engine::session::Session as CoreSession;
use js_sys::Uint32Array;
use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

/// One scenario being edited: every answer is that of `simulate` on `scenario()`, and a step costs
/// what it changes. A refused step throws and changes nothing.
///
/// # JavaScript
///
/// ```js
/// const session = calculator.open({ edition: "2022", unit: "bac-giang" });
/// slider.oninput = () => {
///   const rank = session.set("bac-giang", "society", slider.valueAsNumber);
///   draw(rank, session.ranks());
/// };
/// ```
#[wasm_bindgen]
#[derive(Debug)]
pub struct Session {
    core: Rc<RefCell<Core>>,
    /// `None` once it was freed.
    open: RefCell<Option<CoreSession>>,
}

impl Session {
    pub(super) fn of(core: &Rc<RefCell<Core>>, scenario: &Scenario) -> Result<Self, ApiError> {
        let session = core.borrow().open(scenario)?;
        Ok(Self {
            core: Rc::clone(core),
            open: RefCell::new(Some(session)),
        })
    }

    /// Runs a method while the session is open and its edition loaded.
    fn ask<T>(
        &self,
        method: impl FnOnce(&mut CoreSession) -> Result<T, ApiError>,
    ) -> Result<T, JsValue> {
        self.open_session(method).map_err(|fault| to_js(&fault))
    }

    fn open_session<T>(
        &self,
        method: impl FnOnce(&mut CoreSession) -> Result<T, ApiError>,
    ) -> Result<T, ApiError> {
        let mut open = self.open.borrow_mut();
        let session = open.as_mut().ok_or(ApiError::Freed)?;
        let id = session.edition().id();
        let core = self.core.borrow();
        // Another edition may have been loaded under the same id meanwhile.
        let is_there = core
            .edition(id)
            .is_ok_and(|now| Arc::ptr_eq(now, session.edition()));
        if !is_there {
            return Err(ApiError::Unloaded(id.to_owned()));
        }
        method(session)
    }
}

/// An id. A slider asks with every move, and each look at a value crosses to JavaScript, so a text
/// of a sensible length is taken in one step.
fn id(value: &JsValue, name: &str) -> Result<String, ApiError> {
    match value.as_string() {
        Some(text) if text.len() <= LONGEST_TEXT as usize => Ok(text),
        _ => request::text(&Plain::copy(value, name)?, name),
    }
}

/// A rank of the unit asked about, or `null` where none is.
fn or_null(rank: Option<u32>) -> JsValue {
    rank.map_or(JsValue::NULL, JsValue::from)
}

#[wasm_bindgen]
impl Session {
    /// What if a score became this: gives the new rank of the unit asked about, or of `unit` where
    /// none is.
    ///
    /// # JavaScript
    ///
    /// ```js
    /// session.set("bac-giang", "society", 0.45); // 8
    /// ```
    pub fn set(
        &self,
        #[wasm_bindgen(unchecked_param_type = "string")] unit: &JsValue,
        #[wasm_bindgen(unchecked_param_type = "string")] indicator: &JsValue,
        #[wasm_bindgen(unchecked_param_type = "number")] score: &JsValue,
    ) -> Result<u32, JsValue> {
        let read = || {
            let score = request::score(&Plain::copy(score, "score")?, "score")?;
            Ok((id(unit, "unit")?, id(indicator, "indicator")?, score))
        };
        let (unit, indicator, score) = read().map_err(|fault: ApiError| to_js(&fault))?;
        self.ask(|session| Ok(session.set(&unit, &indicator, score)?))
    }

    /// Takes every override of a node away, known ones too; gives the rank as `set` does.
    ///
    /// # JavaScript
    ///
    /// ```js
    /// session.unset("bac-giang", "society"); // 9
    /// ```
    pub fn unset(
        &self,
        #[wasm_bindgen(unchecked_param_type = "string")] unit: &JsValue,
        #[wasm_bindgen(unchecked_param_type = "string")] indicator: &JsValue,
    ) -> Result<u32, JsValue> {
        let read = || Ok((id(unit, "unit")?, id(indicator, "indicator")?));
        let (unit, indicator) = read().map_err(|fault: ApiError| to_js(&fault))?;
        self.ask(|session| Ok(session.unset(&unit, &indicator)?))
    }

    /// Any override of a scenario, in the place of one of the same kind on the same node; gives the
    /// rank as `set` does.
    ///
    /// # JavaScript
    ///
    /// ```js
    /// session.apply({ unit: "bac-giang", indicator: "awareness", score: 0.8, kind: "known" });
    /// ```
    pub fn apply(
        &self,
        #[wasm_bindgen(unchecked_param_type = "Override")] change: &JsValue,
    ) -> Result<u32, JsValue> {
        let read = || request::one_override(&Plain::copy(change, "override")?, "override");
        let change = read().map_err(|fault| to_js(&fault))?;
        self.ask(|session| Ok(session.apply(&change)?))
    }

    /// Changes the max points of a main indicator; the framework's own take the change away. Gives
    /// the rank of the unit asked about, or `null` where none is.
    ///
    /// # JavaScript
    ///
    /// ```js
    /// session.setMaxPoints("economy", 200);
    /// ```
    #[wasm_bindgen(js_name = setMaxPoints, unchecked_return_type = "number | null")]
    pub fn set_max_points(
        &self,
        #[wasm_bindgen(unchecked_param_type = "string")] indicator: &JsValue,
        #[wasm_bindgen(unchecked_param_type = "number")] points: &JsValue,
    ) -> Result<JsValue, JsValue> {
        let read = || {
            let points = Plain::copy(points, "points")?;
            let points = request::one_max_points(&points, "points")?;
            Ok((id(indicator, "indicator")?, points))
        };
        let (indicator, points) = read().map_err(|fault: ApiError| to_js(&fault))?;
        self.ask(|session| Ok(or_null(session.set_max_points(&indicator, points)?)))
    }

    /// Changes what rivals do; gives the rank as `setMaxPoints` does.
    ///
    /// # JavaScript
    ///
    /// ```js
    /// session.setRivals({ mode: "gain", points: 5 });
    /// ```
    #[wasm_bindgen(js_name = setRivals, unchecked_return_type = "number | null")]
    pub fn set_rivals(
        &self,
        #[wasm_bindgen(unchecked_param_type = "Rivals")] rivals: &JsValue,
    ) -> Result<JsValue, JsValue> {
        let read = || request::rivals(&Plain::copy(rivals, "rivals")?, "rivals");
        let rivals = read().map_err(|fault| to_js(&fault))?;
        self.ask(|session| Ok(or_null(session.set_rivals(rivals)?)))
    }

    /// The rank of a unit, from 1.
    ///
    /// # JavaScript
    ///
    /// ```js
    /// session.rank("bac-giang");
    /// ```
    pub fn rank(
        &self,
        #[wasm_bindgen(unchecked_param_type = "string")] unit: &JsValue,
    ) -> Result<u32, JsValue> {
        let unit = id(unit, "unit").map_err(|fault| to_js(&fault))?;
        self.ask(|session| Ok(session.rank(&unit)?))
    }

    /// The score of a unit, rounded as its framework asks.
    ///
    /// # JavaScript
    ///
    /// ```js
    /// session.score("bac-giang");
    /// ```
    pub fn score(
        &self,
        #[wasm_bindgen(unchecked_param_type = "string")] unit: &JsValue,
    ) -> Result<f64, JsValue> {
        let unit = id(unit, "unit").map_err(|fault| to_js(&fault))?;
        self.ask(|session| Ok(session.score(&unit)?.to_f64()))
    }

    /// The ranks of all units in the order of `units(edition)`: a fresh copy.
    ///
    /// # JavaScript
    ///
    /// ```js
    /// calculator.units("2022").map((unit, place) => [unit.id, session.ranks()[place]]);
    /// ```
    pub fn ranks(&self) -> Result<Uint32Array, JsValue> {
        self.ask(|session| Ok(Uint32Array::new_from_slice(session.ranks())))
    }

    /// The scores of all units in the order of `units(edition)`: a fresh copy.
    ///
    /// # JavaScript
    ///
    /// ```js
    /// Math.max(...session.scores());
    /// ```
    pub fn scores(&self) -> Result<Vec<f64>, JsValue> {
        self.ask(|session| Ok(session.scores().map(Exact::to_f64).collect()))
    }

    /// The scenario as `simulate` takes it, overrides in the order first set.
    ///
    /// # JavaScript
    ///
    /// ```js
    /// calculator.simulate(session.scenario()).units[0].unit;
    /// ```
    #[wasm_bindgen(unchecked_return_type = "Scenario")]
    pub fn scenario(&self) -> Result<JsValue, JsValue> {
        answer(|| self.open_session(|session| Ok(ScenarioDto::from(&session.scenario()))))
    }

    /// Gives its memory back; every later call is `unavailable`.
    ///
    /// # JavaScript
    ///
    /// ```js
    /// session.free();
    /// ```
    pub fn free(&self) {
        self.open.replace(None);
    }
}

#[derive(Debug, serde::Serialize)]
#[serde(rename_all = "camelCase")]
struct ScenarioDto {
    edition: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    unit: Option<String>,
    overrides: Vec<OverrideDto>,
    max_points: Ordered<u32>,
    rivals: RivalsDto,
}

impl From<&Scenario> for ScenarioDto {
    fn from(scenario: &Scenario) -> Self {
        let max_points = scenario.max_points.iter();
        Self {
            edition: scenario.edition.clone(),
            unit: scenario.unit.clone(),
            overrides: OverrideDto::all_of(scenario),
            max_points: Ordered(
                max_points
                    .map(|(id, max)| (id.clone(), max.whole()))
                    .collect(),
            ),
            rivals: RivalsDto::from(scenario.rivals),
        }
    }
}

#[derive(Debug, serde::Serialize)]
struct RivalsDto {
    mode: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    points: Option<f64>,
}

impl From<Rivals> for RivalsDto {
    fn from(rivals: Rivals) -> Self {
        let (mode, hundredths) = match rivals {
            Rivals::Frozen => ("frozen", None),
            Rivals::Trend => ("trend", None),
            Rivals::Gain(hundredths) => ("gain", Some(hundredths)),
        };
        let points = |hundredths| Exact::decimal(hundredths, POINTS_DECIMALS).to_f64();
        Self {
            mode,
            points: hundredths.map(points),
        }
    }
}
