/** Every constant of the sim: value, unit in the name, source. [M] handbook as remembered, [C] confirmed in public material, [D] ours. */
import type { Agent, Defect } from './things.ts';

// ------------------------------------------------------------------- air
export const GRAVITY_mps2 = 9.81;
export const AMBIENT_K = 293; // 20 C, as fire_flame_height.csv and fire_filling_reference.csv
export const AIR_kgpm3 = 1.2; // at 293 K
export const AIR_cp_kJpkgK = 1.0; // as the same tables
/** rho cp T of ambient air: the scale of every plume formula; 352 in NIST's tables. */
export const AIR_rhoCpT_kJpm3 = AIR_kgpm3 * AIR_cp_kJpkgK * AMBIENT_K;
export const STEFAN_kWpm2K4 = 5.67e-11;

// ----------------------------------------------------------------- smoke
/** The air moves every sixth tick: contract of the drill, stable and within 1 % up to 0.25 s (zone/step.ts). */
export const STEP_air_count = 6;
export const STEP_air_s = STEP_air_count / 60;
export const VISIBILITY_max_m = 30; // [D] further than any room
export const DOORWAY_m = { width_m: 0.9, height_m: 2.05 }; // [D] where a door's own box is unknown

// ------------------------------------------------------------------- oil
export const OIL_AIT_K = 679; // 406 C, vegetable oil, UMD thesis (models.md 1.1)
/** Oil that has burned lights again some 28 K lower: its lighter products are already there [M, class F test literature]. */
export const OIL_again_K = OIL_AIT_K - 28;
export const OIL_cp_kJpkgK = 2.5; // 2.2-2.8
export const PAN_heat_kJpK = 0.8; // about 1.6 kg of iron wok at 0.5 kJ/kgK
/** Burning flux, 0.02-0.035 kg/m2s (models.md 1.1), and heat of combustion (fire_pool_burning.csv). */
export const OIL_flux_kgpm2s = 0.028;
export const OIL_heat_kJpkg = 37000;
export const OIL_efficiency_frac = 0.8; // of the vapour that burns in an open flame [M]
export const OIL_growth_s = 60; // "step 60 s", fire_hrr_curves.csv
/** Share of the flame's heat that comes back to the oil. [D], keeps burning oil near 420-460 C. */
export const OIL_feedback_frac = 0.015;
export const OIL_boilOff_K = 733; // vapour takes away whatever would heat it above ~460 C [D]
export const PAN_emissivity_frac = 0.9;
export const PAN_h_kWpm2K = 0.01;
/** A household ring of 5.0 kW; 58 % reaches the pan (GB 16410 asks 59-63 % of a flat pan; a wok is less). */
export const BURNER_kW = 5.0;
export const BURNER_efficiency_frac = 0.58;
/** A mouth shut by more than this starves the flame, models.md 2. */
export const COVER_tight_frac = 0.95;
export const COVER_starve_s = 1.2; // time constant of the flame under a tight lid [D: "out within a few seconds"]
export const OIL_steamFlash_K = 373; // water flashes above 100 C
export const STEAM_ratio_1 = 1700; // volume of steam over water
export const FIREBALL_s = 2.5; // [D]
/** A litre of burning oil thrown up as droplets burns in the ball: share of the oil. [D] */
export const FIREBALL_oil_frac = 0.25;
export const FIREBALL_water_kg = 0.15; // less than this only spits [D]
export const SPLASH_area_ratio_1 = 1.5; // powder jet from too near, models.md 2
export const SPLASH_distance_m = 2.0; // [D] pressure jet into a pan of oil
export const SPILL_thickness_m = 0.002; // burning spill on a hard floor [M 1-3 mm]
export const OIL_kgpm3 = 900;
export const OIL_spillHold_frac = 0.25; // oil that a jet or a carry throws out [D]
/** Wet chemical: foam that seals, water that cools. */
export const FOAM_seal_kgpm2 = 0.8; // [D] about 60 g on a 0.32 m wok... a cup
export const WATER_vapour_kJpkg = 2600; // heat to 100 C and boil
export const DUST_flash_kW = 150; // a thrown handful over a flame [D]
export const DUST_flash_s = 1.0;
export const FLOUR_throw_kg = 0.3;
export const DUCT_delay_s = 1.0; // [D]
export const HOOD_reach_m = 1.2; // hood over pan, over the floor [D]
export const CHI_radiative_frac = 0.3; // share radiated by sooty flames, 0.2-0.4 [M]

// ----------------------------------------------------------------- solids
export interface FuelRow {
  /** peak of the whole thing, fire_hrr_curves.csv and SFPE ranges */
  peak_kW: number;
  /** all it can give */
  total_MJ: number;
  /** t-squared growth */
  alpha_kWps2: number;
  /** smouldering before the growth begins, when it starts from one cell */
  incubation_s: number;
  /** cells stand up (a curtain) instead of lying in plan */
  vertical: boolean;
  /** heat from outside that lights it: kW/m2 below which never, and kJ/m2 above it */
  criticalFlux_kWpm2: number;
  ignitionDose_kJpm2: number;
  heat_kJpkg: number;
  /** can be lifted by one person */
  light: boolean;
  /** surface to powder or wet per plan area: sides, folds and what lies inside [D] */
  exposed_1: number;
  /** loose burning bits carry this far and light what is there [D] */
  ember_m: number;
}
/** Keyed by the word `fuel` in room.yaml. */
export const FUELS: Record<string, FuelRow> = {
  'paper-basket': {
    peak_kW: 50, // fire_hrr_curves.csv: wastebasket 50 kW, 4 MJ, medium
    total_MJ: 4,
    alpha_kWps2: 0.01172,
    incubation_s: 20,
    vertical: false,
    criticalFlux_kWpm2: 12,
    ignitionDose_kJpm2: 600,
    heat_kJpkg: 16000,
    light: true,
    exposed_1: 10,
    ember_m: 0.6,
  },
  curtain: {
    peak_kW: 240, // cotton/polyester, one width: 160-600 kW, Moore 1978 in SFPE [M]
    total_MJ: 20,
    alpha_kWps2: 0.0469,
    incubation_s: 4,
    vertical: true,
    criticalFlux_kWpm2: 10,
    ignitionDose_kJpm2: 500,
    heat_kJpkg: 19000,
    light: false,
    exposed_1: 1.5,
    ember_m: 0.3,
  },
  'carton-stack': {
    peak_kW: 350, // 0.8 x 0.8 x 0.9 m of empty cartons; 0.4-0.5 MW per m2 of floor [M NFPA 92 range]
    total_MJ: 130,
    alpha_kWps2: 0.01172,
    incubation_s: 25,
    vertical: false,
    criticalFlux_kWpm2: 13,
    ignitionDose_kJpm2: 700,
    heat_kJpkg: 15000,
    light: false,
    exposed_1: 6,
    ember_m: 0.6,
  },
  'shelf-goods': {
    peak_kW: 250,
    total_MJ: 90,
    alpha_kWps2: 0.01172,
    incubation_s: 20,
    vertical: false,
    criticalFlux_kWpm2: 12,
    ignitionDose_kJpm2: 700,
    heat_kJpkg: 20000,
    light: false,
    exposed_1: 6,
    ember_m: 0.3,
  },
};
export const EMBER_flux_kWpm2 = 20; // as if the flame leaned on it [D]
export const SURFACE_flaming_K = 773; // 500 C, glowing char [M]
export const SURFACE_cooling_s = 40; // time constant of a char surface in air [D]
export const SMOULDER_K = 573; // 300 C: below this paper and card no longer glow [M]
export const SMOULDER_min_s = 20; // re-ignition after 20-90 s, models.md 2
export const SMOULDER_max_s = 90;
/** ABC powder that melts into a crust on a hot surface. [D] */
export const CRUST_kgpm2 = 0.03;
/** Crust that smothers a flaming surface of its own, without a cloud. [D] with exposed_1: a 4 kg bottle is good for a 2A fire */
export const CRUST_out_kgpm2 = 0.08;
/** Surfaces one kilogram serves, beside powder's one: water runs down from face to face, gas fills the gaps. [D] */
export const SERVES_1: Record<Agent, number> = { 'abc-powder': 1, co2: 3, 'water-based': 2.5, 'wet-chemical': 2.5 };
/** Water on wood: critical 1.3-3 g/m2s, total 0.15 L/m2 (ext_application_densities.csv). */
export const WATER_critical_kgpm2s = 0.0015;
export const WATER_out_kgpm2 = 0.15;
export const BURNT_OUT_frac = 0.02;

// -------------------------------------------------------------- appliance
export const APPLIANCE_peak_kW = 25; // plastic case of a heater or strip, slow t2 [M 20-40 kW]
export const APPLIANCE_alpha_kWps2 = 0.00293;
export const APPLIANCE_total_MJ = 12;
export const MAINS_V = 220;
/** Person in rubber-soled shoes on tiles, hand to feet: Z at 175-225 V x 0.8, elec_body_impedance.csv, and 1 kohm of shoe and floor. */
export const BODY_dry_ohm = 0.8 * 1325;
export const BODY_wet_ohm = 0.8 * 1225;
export const SHOES_dry_ohm = 3000;
export const SHOES_wet_ohm = 500;

// ---------------------------------------------------------- extinguishers
/** Footprint and loading of the cell model, models.md 2: calibrated on the rating test fires. */
export const FOOTPRINT_m = 0.3;
export const LOADING_decay_s = 1.2;
export const LOADING_out_kgpm2 = 0.12;
export const REFLASH_mps = 1.2;
export const TRANSFER_frac = 0.6;
/** Extinguishing concentrations by volume, cup burner, NIST (models.md 2). */
export const CUP_BURNER: Record<string, { co2_frac: number; n2_frac: number }> = {
  heptane: { co2_frac: 0.214, n2_frac: 0.312 },
  methane: { co2_frac: 0.144, n2_frac: 0.242 },
  propane: { co2_frac: 0.21, n2_frac: 0.323 },
};
export const CO2_kgpm3 = 1.84; // at 293 K
/** Depth of the burning layer over a pan that CO2 must fill. [D], fits the CO2 ratings of ext_suppression_cases.csv */
export const FLAME_layer_m = 0.715;
/** kg of CO2 over a square metre that brings that layer to the cup-burner concentration of heptane. */
export const CO2_out_kgpm2 =
  (CO2_kgpm3 * FLAME_layer_m * CUP_BURNER.heptane!.co2_frac) / (1 - CUP_BURNER.heptane!.co2_frac);
/** CO2 works while it is there: half-life 2-5 s indoors (models.md 2), here 3.1 s. */
export const CO2_decay_s = 4.5;
export const RESIDUE_frac = 0.07; // at most 10 %, GB 4351-2023
/** From squeeze to agent: up to 5 s allowed (GB 4351-2023 cl. 5); typical by type [D]. */
export const LAG_s: Record<Agent, number> = { 'abc-powder': 0.8, co2: 0.5, 'water-based': 1.0, 'wet-chemical': 1.0 };
export const LEVER_open_frac = 0.3; // the valve opens here and is full at 0.8 [D]
export const LEVER_full_frac = 0.8;
export const TOO_CLOSE_m = 1.5; // procedures FF-M8
export const SPLASH_near_m = 1.0; // models.md 2: nothing works nearer
/** Wind that carries agent back into the face. [D] */
export const BLOWBACK_mps = 1.5;

export interface ExtinguisherRow {
  agent: Agent;
  charge_kg: number;
  discharge_s: number;
  range_m: number;
  /** fire classes it is rated for, GB/T 4968 letters */
  rated: string[];
  /** largest rated pan fire n (n*pi/100 m2) by GB, 0 none */
  panRating_1: number;
}
const ABCE = ['A', 'B', 'C', 'E'];
/** Catalogue: GB 4351 minima of ext_extinguishers.csv, discharge a little above them as products are. */
export const CATALOGUE: ExtinguisherRow[] = [
  { agent: 'abc-powder', charge_kg: 1, discharge_s: 8.5, range_m: 3, rated: ABCE, panRating_1: 21 },
  { agent: 'abc-powder', charge_kg: 2, discharge_s: 9, range_m: 3, rated: ABCE, panRating_1: 21 },
  { agent: 'abc-powder', charge_kg: 3, discharge_s: 13, range_m: 3.5, rated: ABCE, panRating_1: 34 },
  { agent: 'abc-powder', charge_kg: 4, discharge_s: 13, range_m: 3.5, rated: ABCE, panRating_1: 55 },
  { agent: 'abc-powder', charge_kg: 5, discharge_s: 14, range_m: 3.5, rated: ABCE, panRating_1: 89 },
  { agent: 'abc-powder', charge_kg: 6, discharge_s: 15, range_m: 4, rated: ABCE, panRating_1: 89 },
  { agent: 'abc-powder', charge_kg: 8, discharge_s: 17, range_m: 4.5, rated: ABCE, panRating_1: 144 },
  { agent: 'abc-powder', charge_kg: 9, discharge_s: 17, range_m: 5, rated: ABCE, panRating_1: 144 },
  { agent: 'abc-powder', charge_kg: 12, discharge_s: 20, range_m: 5, rated: ABCE, panRating_1: 183 },
  { agent: 'co2', charge_kg: 2, discharge_s: 8.5, range_m: 2, rated: ['B', 'E'], panRating_1: 21 },
  { agent: 'co2', charge_kg: 3, discharge_s: 9, range_m: 2, rated: ['B', 'E'], panRating_1: 21 },
  { agent: 'co2', charge_kg: 5, discharge_s: 10, range_m: 2.5, rated: ['B', 'E'], panRating_1: 55 },
  { agent: 'co2', charge_kg: 7, discharge_s: 13, range_m: 2.5, rated: ['B', 'E'], panRating_1: 70 },
  { agent: 'water-based', charge_kg: 2, discharge_s: 16, range_m: 3, rated: ['A', 'B'], panRating_1: 21 },
  { agent: 'water-based', charge_kg: 3, discharge_s: 20, range_m: 3.5, rated: ['A', 'B'], panRating_1: 55 },
  { agent: 'water-based', charge_kg: 6, discharge_s: 35, range_m: 3.5, rated: ['A', 'B'], panRating_1: 55 },
  { agent: 'water-based', charge_kg: 9, discharge_s: 45, range_m: 4, rated: ['A', 'B'], panRating_1: 89 },
  { agent: 'wet-chemical', charge_kg: 2, discharge_s: 16, range_m: 3, rated: ['A', 'F'], panRating_1: 0 },
  { agent: 'wet-chemical', charge_kg: 3, discharge_s: 20, range_m: 3, rated: ['A', 'F'], panRating_1: 0 },
  { agent: 'wet-chemical', charge_kg: 6, discharge_s: 35, range_m: 3, rated: ['A', 'F'], panRating_1: 0 },
  { agent: 'wet-chemical', charge_kg: 9, discharge_s: 45, range_m: 3.5, rated: ['A', 'F'], panRating_1: 0 },
];
/** What a fault leaves of the charge that will come out, and of the flow. [D], FF-E5 "weak fizz, 1 s". */
export const DEFECT_gives: Record<Defect, { charge_frac: number; flow_frac: number }> = {
  'low-pressure': { charge_frac: 0.06, flow_frac: 0.35 },
  expired: { charge_frac: 0.08, flow_frac: 0.4 },
  corroded: { charge_frac: 0.3, flow_frac: 0.6 },
  'cracked-hose': { charge_frac: 1, flow_frac: 0.45 },
  'over-pressure': { charge_frac: 1, flow_frac: 1.25 },
  'no-pin': { charge_frac: 1, flow_frac: 1 },
  'no-label': { charge_frac: 1, flow_frac: 1 },
  blocked: { charge_frac: 1, flow_frac: 1 },
};
/** Life from manufacture, GA 95 / GB 50444 as quoted in procedures 4.b. */
export const LIFE_years: Record<Agent, number> = { 'abc-powder': 10, co2: 12, 'water-based': 6, 'wet-chemical': 6 };

// ------------------------------------------------------------------- body
export const REACH_hand_m = 0.3; // [D] hand to the thing's box
export const REACH_shoulder_m = 1.1; // [D] arm and half a step
export const BEND_m = 0.7; // a shoulder comes down this low to what stands on the floor [D]
export const SHOULDER_below_m = 0.25; // below the eyes [D]
export const GAZE_s = 0.6; // procedures 1.2
export const GAZE_cos = Math.cos((6 * Math.PI) / 180); // [D]
export const GAZE_part_m = 1.8; // a gauge is not read from further [D]
export const WATCH_s = 20; // FF-M10
export const EARSHOT_m = 9; // one room [D]
export const WALK_mps = 1.1; // SFPE level walking 1.2, a little slower indoors
export const SMOKE_low_m = 1.8; // procedures 4.b gate 3
/** A layer one can see through further than this is haze, not smoke: K = 0.2 1/m, where Jin's subjects grew unsure. */
export const SMOKE_seen_m = 15;
/** Air in which one sees less than this is dense; four seconds of it in all bring one down, procedures 5.b. 2.5 m [D] */
export const DENSE_m = 2.5;
export const DENSE_most_s = 4;
export const DENSE_fall_s = 5; // a breath after it was told [D]
/** Smoke hangs low where a tall person's head would be in it; a crouching head is under 1.1 m. [D] */
export const SMOKE_hangs_m = 1.9;
export const LOWEST_m = 1.1;
/** Out of smoke for this long ends a stretch of it; shorter stretches than the other are not told. [D] */
export const CLEAR_after_s = 1;
export const SMOKE_stretch_s = 2;
export const GATE_area_m2 = 1.0; // procedures 4.b gate 2
export const GATE_flame_m = 1.2;
/** Dose at which pain is felt and at which a sensitive person falls, ISO 13571 (models.md 1.5). */
export const DOSE_pain_frac = 0.3;
export const DOSE_fall_frac = 1.0;
