//! The analyses that a calculator answers: why, whether, who, how and how sure.

use super::plain::Plain;
use super::{
    Calculator, answer, bridge, claim, explain, neighbourhood, peers, plan, sensitivity, stability,
};
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

#[wasm_bindgen]
impl Calculator {
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

    /// Units like this one by profile and size, and how others came from where it stands to a target.
    ///
    /// # JavaScript
    ///
    /// ```js
    /// const { paths } = calculator.peers({ edition: "2023", unit: "nam-dinh", targetRank: 10 });
    /// calculator.simulate({ edition: "2023", unit: "nam-dinh", overrides: paths[0].overrides });
    /// ```
    #[wasm_bindgen(unchecked_return_type = "Peers")]
    pub fn peers(
        &self,
        #[wasm_bindgen(unchecked_param_type = "PeersQuestion")] question: &JsValue,
    ) -> Result<JsValue, JsValue> {
        answer(|| peers::peers(&self.core(), &Plain::copy(question, "question")?))
    }

    /// What of a unit's change between two editions is method and what is movement, by main indicator.
    ///
    /// # JavaScript
    ///
    /// ```js
    /// const bridge = calculator.bridge({ unit: "bac-giang", from: "2023", to: "2024" });
    /// [bridge.weights, bridge.values]; // what lies between which bounds
    /// ```
    #[wasm_bindgen(unchecked_return_type = "Bridge")]
    pub fn bridge(
        &self,
        #[wasm_bindgen(unchecked_param_type = "BridgeQuestion")] question: &JsValue,
    ) -> Result<JsValue, JsValue> {
        answer(|| bridge::bridge(&self.core(), &Plain::copy(question, "question")?))
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

    /// Which inputs the doubt in a unit's score and rank comes from: first-order and total shares of
    /// the variance, each with its interval.
    ///
    /// # JavaScript
    ///
    /// ```js
    /// const { rank } = calculator.sensitivity({ edition: "2023", unit: "bac-giang" });
    /// rank.groups.weights.total; // { value, low, high }
    /// ```
    #[wasm_bindgen(unchecked_return_type = "Sensitivity")]
    pub fn sensitivity(
        &self,
        #[wasm_bindgen(unchecked_param_type = "SensitivityQuestion")] question: &JsValue,
    ) -> Result<JsValue, JsValue> {
        answer(|| sensitivity::sensitivity(&self.core(), &Plain::copy(question, "question")?))
    }
}
