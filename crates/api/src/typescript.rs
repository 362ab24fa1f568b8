//! TypeScript types of the API, shipped beside the module.

use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = r#"
/** A text in Vietnamese and English. */
export interface Text { vi: string; en: string }
/** Where a number comes from. */
export type Origin = "published" | "derived" | "estimated" | "entered" | "missing";
/** `error.code` of every error that the calculator throws. */
export type ErrorCode =
  | "unknown_edition" | "unknown_unit" | "unknown_indicator"
  | "out_of_range" | "unavailable" | "bad_input";

export interface Edition {
  id: string;
  year: number;
  framework: string;
  /** Number of units ranked that year. */
  units: number;
  simulatable: boolean;
  title: Text;
}

export interface Indicator {
  id: string;
  parent: string | null;
  maxPoints: number;
  scored: boolean;
  name: Text;
}

export interface Pillar { id: string; name: Text; members: string[] }

export interface Framework {
  id: string;
  total: number;
  /** How far off an estimate of this edition is (root mean square, in score). */
  estimateError: number | null;
  /** Every node but the root, parents first. */
  indicators: Indicator[];
  pillars: Pillar[];
}

export interface Unit { id: string; name: Text; gsoCode: string; region: Text | null }

interface OverrideNode {
  unit: string;
  /** A group, main indicator or component. */
  indicator: string;
  /** "what_if" (default): it became this. "known": it was this. */
  kind?: "what_if" | "known";
}
export type Override =
  | (OverrideNode & { /** 0..1, at most 4 decimals */ score: number })
  | (OverrideNode & { /** of the scenario's maximum, at most 2 decimals */ points: number });

export type Rivals =
  | { mode: "frozen" }
  | { mode: "trend" }
  | { mode: "gain"; /** of the scenario's total */ points: number };

export interface Scenario {
  edition: string;
  /** The unit asked about: never a rival. */
  unit?: string;
  overrides?: Override[];
  /** Changed max points of main indicators: whole numbers. */
  maxPoints?: Record<string, number>;
  rivals?: Rivals;
}

export interface Merger {
  edition: string;
  weights?: "equal" | "population-2024";
  overrides?: Override[];
}

export interface IndicatorResult {
  score: number;
  points: number;
  maxPoints: number;
  origin: Origin;
}

export interface UnitResult {
  unit: string;
  score: number;
  rank: number;
  baselineScore: number;
  baselineRank: number;
  pillars: Record<string, { score: number; rank: number }>;
  /** Main indicators. */
  indicators: Record<string, IndicatorResult>;
}

export interface Standings {
  edition: string;
  /** Whether a result depends on an estimate that was changed. */
  estimated: boolean;
  notes: string[];
  /** In rank order, ties by unit id. */
  units: UnitResult[];
}
"#;
