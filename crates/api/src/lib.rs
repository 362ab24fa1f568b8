//! The JavaScript face, version 1: convert, call, convert. The contract is `docs/api.md`.

mod claim;
mod dto;
mod errors;
mod explain;
mod load;
mod neighbourhood;
mod plain;
mod plan;
mod request;
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

    /// Why the rank of a unit differs between two scenarios: who overtook it and whom it overtook,
    /// how much of it is its own doing, and the change of its score by main indicator.
    ///
    /// # JavaScript
    ///
    /// ```js
    /// const why = calculator.explain({
    ///   unit: "quang-ninh",
    ///   from: { edition: "2022" },
    ///   to: { edition: "2023" },
    /// });
    /// why.rankChange; // 9 places lost
    /// ```
    #[wasm_bindgen(unchecked_return_type = "Explanation")]
    pub fn explain(
        &self,
        #[wasm_bindgen(unchecked_param_type = "ExplainQuestion")] question: &JsValue,
    ) -> Result<JsValue, JsValue> {
        answer(|| {
            let asked = explain::question(&Plain::copy(question, "question")?)?;
            let core = self.core();
            let answer = core.explain(&asked.unit, &asked.from, &asked.to)?;
            Ok(explain::explanation(
                core.edition(&asked.to.edition)?,
                &answer,
            ))
        })
    }

    /// Whether a claim is true by the published figures, false, or not decidable from them; typed, or
    /// as newspapers write it.
    ///
    /// # JavaScript
    ///
    /// ```js
    /// calculator.claim({ text: "Thái Nguyên tăng 4 bậc, đứng thứ 8", edition: "2021" }).truth; // "true"
    /// calculator.claim({ unit: "quang-ninh", to: "2023", score: { turn: "rose" }, rank: { turn: "fell" } });
    /// ```
    #[wasm_bindgen(unchecked_return_type = "ClaimAnswer")]
    pub fn claim(
        &self,
        #[wasm_bindgen(unchecked_param_type = "ClaimQuestion")] question: &JsValue,
    ) -> Result<JsValue, JsValue> {
        answer(|| claim::claim(&self.core(), &Plain::copy(question, "claim")?))
    }

    /// The places around the scenario's unit: points to climb, points to spare, and how its order
    /// with its neighbours depends on the weights.
    ///
    /// # JavaScript
    ///
    /// ```js
    /// calculator.neighbourhood({ edition: "2022", unit: "bac-giang" }).up[0].unit; // "thai-nguyen"
    /// ```
    #[wasm_bindgen(unchecked_return_type = "Neighbourhood")]
    pub fn neighbourhood(
        &self,
        #[wasm_bindgen(unchecked_param_type = "Scenario & { unit: string }")] scenario: &JsValue,
    ) -> Result<JsValue, JsValue> {
        answer(|| {
            let scenario = neighbourhood::asked(&Plain::copy(scenario, "scenario")?)?;
            let core = self.core();
            let around = core.neighbourhood(&scenario)?;
            Ok(neighbourhood::neighbourhood(
                core.edition(&scenario.edition)?,
                &around,
            ))
        })
    }

    /// The cheapest way of a unit to a rank, with its proof.
    ///
    /// # JavaScript
    ///
    /// ```js
    /// const plan = calculator.plan({ edition: "2022", unit: "thua-thien-hue", targetRank: 3 });
    /// plan.steps.map((step) => `${step.indicator}: ${step.from} -> ${step.to}`);
    /// ```
    #[wasm_bindgen(unchecked_return_type = "Plan")]
    pub fn plan(
        &self,
        #[wasm_bindgen(unchecked_param_type = "PlanQuestion")] question: &JsValue,
    ) -> Result<JsValue, JsValue> {
        answer(|| {
            let question = plan::question(&Plain::copy(question, "plan")?)?;
            let core = self.core();
            let found = core.plan(&question)?;
            let edition = core.edition(&question.scenario.edition)?;
            Ok(plan::answer(edition.framework(), &found))
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

    /// How sure the ranks of a scenario are: shares of seeded draws at each rank.
    ///
    /// # JavaScript
    ///
    /// ```js
    /// const { units } = calculator.stability({ edition: "2022", draws: 10000, topK: 5 });
    /// units.find((row) => row.unit === "can-tho").topK; // share of the draws among the first five
    /// ```
    #[wasm_bindgen(unchecked_return_type = "Stability")]
    pub fn stability(
        &self,
        #[wasm_bindgen(unchecked_param_type = "StabilityQuestion")] question: &JsValue,
    ) -> Result<JsValue, JsValue> {
        answer(|| {
            let question = Plain::copy(question, "question")?;
            stability::stability(&self.core(), &question)
        })
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
