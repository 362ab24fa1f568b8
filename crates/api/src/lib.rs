//! The JavaScript face, version 1: convert, call, convert. The contract is `docs/api.md`.

mod analyses;
mod bridge;
mod claim;
mod dto;
mod errors;
mod explain;
mod load;
mod neighbourhood;
mod peers;
mod plain;
mod plan;
mod request;
mod sensitivity;
mod session;
mod stability;
mod typescript;
mod value;

use dti_engine::calculator::Calculator as Core;
use errors::{ApiError, to_js};
use plain::Plain;
use serde::Serialize;
use session::Session;
use std::cell::{Ref, RefCell};
use std::rc::Rc;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

/// Answers what-if questions on the official editions.
///
/// # JavaScript
///
/// ```js
/// import init, { Calculator } from "./api/v1/dti_whatif.js";
/// await init();
/// const calculator = new Calculator();
/// calculator.simulate({
///   edition: "2022",
///   overrides: [{ unit: "bac-giang", indicator: "society", score: 0.45 }],
/// });
/// ```
#[wasm_bindgen]
#[derive(Debug)]
pub struct Calculator {
    /// Borrowed only between two calls of JavaScript, so that a getter may ask again.
    /// Sessions share it, to know whether their edition is still loaded.
    core: Rc<RefCell<Core>>,
}

#[wasm_bindgen]
impl Calculator {
    /// A calculator with the official editions.
    #[wasm_bindgen(constructor)]
    pub fn new() -> Result<Calculator, JsValue> {
        let core = dti_formats::official().map_err(|fault| to_js(&ApiError::from(fault)))?;
        for edition in core.editions() {
            dto::keep_keys(edition.framework());
        }
        Ok(Self {
            core: Rc::new(RefCell::new(core)),
        })
    }

    /// The editions on file, oldest first.
    ///
    /// # JavaScript
    ///
    /// ```js
    /// calculator.editions().filter((edition) => edition.simulatable).map((edition) => edition.id);
    /// ```
    #[wasm_bindgen(unchecked_return_type = "Edition[]")]
    pub fn editions(&self) -> Result<JsValue, JsValue> {
        answer(|| Ok(dto::editions(&self.core())))
    }

    /// The framework of an edition: its tree of indicators and its pillars.
    ///
    /// # JavaScript
    ///
    /// ```js
    /// calculator.framework("2022").indicators.find((node) => node.id === "society").maxPoints;
    /// ```
    #[wasm_bindgen(unchecked_return_type = "Framework")]
    pub fn framework(
        &self,
        #[wasm_bindgen(unchecked_param_type = "string")] edition: &JsValue,
    ) -> Result<JsValue, JsValue> {
        answer(|| {
            let id = request::text(&Plain::copy(edition, "edition")?, "edition")?;
            let core = self.core();
            Ok(dto::framework(&core, core.edition(&id)?)?)
        })
    }

    /// The units of an edition, by name in Vietnamese order.
    ///
    /// # JavaScript
    ///
    /// ```js
    /// calculator.units("2024-34").find((unit) => unit.name.vi === "Huế").id; // "hue"
    /// ```
    #[wasm_bindgen(unchecked_return_type = "Unit[]")]
    pub fn units(
        &self,
        #[wasm_bindgen(unchecked_param_type = "string")] edition: &JsValue,
    ) -> Result<JsValue, JsValue> {
        answer(|| {
            let id = request::text(&Plain::copy(edition, "edition")?, "edition")?;
            Ok(dto::units(self.core().edition(&id)?))
        })
    }

    /// All units ranked under a scenario.
    ///
    /// # JavaScript
    ///
    /// ```js
    /// const result = calculator.simulate({ edition: "2024-34", rivals: { mode: "trend" } });
    /// result.units[0].unit;
    /// ```
    #[wasm_bindgen(unchecked_return_type = "Standings")]
    pub fn simulate(
        &self,
        #[wasm_bindgen(unchecked_param_type = "Scenario")] scenario: &JsValue,
    ) -> Result<JsValue, JsValue> {
        answer(|| {
            let scenario = request::simulate(&Plain::copy(scenario, "scenario")?, "scenario")?;
            let core = self.core();
            let standings = core.simulate(&scenario)?;
            let edition = core.edition(&scenario.edition)?;
            let maxima = core.maxima(&scenario)?;
            Ok(dto::standings(
                edition.framework(),
                edition.units(),
                &maxima,
                &standings,
            ))
        })
    }

    /// A session on a scenario: for sliders, where each edit costs what it changes.
    ///
    /// # JavaScript
    ///
    /// ```js
    /// const session = calculator.open({ edition: "2022", unit: "bac-giang" });
    /// session.set("bac-giang", "society", 0.45); // 8
    /// ```
    pub fn open(
        &self,
        #[wasm_bindgen(unchecked_param_type = "Scenario")] scenario: &JsValue,
    ) -> Result<Session, JsValue> {
        let open = || {
            let scenario = request::simulate(&Plain::copy(scenario, "scenario")?, "scenario")?;
            Session::of(&self.core, &scenario)
        };
        open().map_err(|error: ApiError| to_js(&error))
    }

    /// The 34 units after the merger, from the 63 under a scenario.
    ///
    /// # JavaScript
    ///
    /// ```js
    /// calculator.merge({ edition: "2024" }).units.find((row) => row.unit === "da-nang").rank; // 17
    /// ```
    #[wasm_bindgen(unchecked_return_type = "Standings")]
    pub fn merge(
        &self,
        #[wasm_bindgen(unchecked_param_type = "Merger")] merger: &JsValue,
    ) -> Result<JsValue, JsValue> {
        answer(|| {
            let (scenario, weights) = request::merge(&Plain::copy(merger, "merger")?)?;
            let core = self.core();
            let standings = core.merge(&scenario, weights)?;
            let edition = core.edition(&scenario.edition)?;
            let maxima = core.maxima(&scenario)?;
            let units = core.merged_units();
            Ok(dto::standings(
                edition.framework(),
                units,
                &maxima,
                &standings,
            ))
        })
    }

    /// What the rule of a component gives for a value, in points of its own maximum.
    ///
    /// # JavaScript
    ///
    /// ```js
    /// calculator.points({ edition: "2022", indicator: "society.3", value: 0.0076 }).points; // 0.304
    /// ```
    #[wasm_bindgen(unchecked_return_type = "RulePoints")]
    pub fn points(
        &self,
        #[wasm_bindgen(unchecked_param_type = "PointsQuestion")] question: &JsValue,
    ) -> Result<JsValue, JsValue> {
        answer(|| value::points(&self.core(), &Plain::copy(question, "question")?))
    }

    /// Adds an index of one's own and gives the id of its edition, which every method then takes.
    ///
    /// # JavaScript
    ///
    /// ```js
    /// const id = calculator.load(await (await fetch("hdi.json")).json());
    /// calculator.simulate({ edition: id }).units[0].unit;
    /// ```
    #[wasm_bindgen(unchecked_return_type = "string")]
    pub fn load(
        &self,
        #[wasm_bindgen(unchecked_param_type = "OwnIndex")] index: &JsValue,
    ) -> Result<JsValue, JsValue> {
        answer(|| {
            let edition = load::index(index)?.edition();
            dto::keep_keys(edition.framework());
            Ok(self.core.borrow_mut().load(edition)?)
        })
    }

    /// Takes a loaded index out again; the official editions stay.
    ///
    /// # JavaScript
    ///
    /// ```js
    /// calculator.unload(id);
    /// ```
    pub fn unload(
        &self,
        #[wasm_bindgen(unchecked_param_type = "string")] edition: &JsValue,
    ) -> Result<(), JsValue> {
        let unload = || {
            let id = request::text(&Plain::copy(edition, "edition")?, "edition")?;
            Ok(self.core.borrow_mut().unload(&id)?)
        };
        unload().map_err(|error: ApiError| to_js(&error))
    }
}

impl Calculator {
    fn core(&self) -> Ref<'_, Core> {
        self.core.borrow()
    }
}

/// Runs a method and turns its answer into plain objects, or its failure into an `Error`.
fn answer<T: Serialize>(method: impl FnOnce() -> Result<T, ApiError>) -> Result<JsValue, JsValue> {
    let value = method().map_err(|error| to_js(&error))?;
    let serializer = serde_wasm_bindgen::Serializer::json_compatible();
    value
        .serialize(&serializer)
        .map_err(|fault| to_js(&ApiError::from(fault)))
}
