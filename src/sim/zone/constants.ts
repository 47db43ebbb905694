/** Numbers of the smoke model that belong to no room: gas, gravity, flow coefficients, each with its source. */

/** standard gravity */
export const G_mps2 = 9.80665;
/** dry air near ambient, as CFAST Technical Reference Guide ch. 2 */
export const CP_JpkgK = 1012;
/** ratio of specific heats (dimensionless), CFAST Technical Reference Guide ch. 2 */
export const GAMMA_frac = 1.4;
/** follows from the two above, 289.14 J/kgK: the model closes exactly only with this value */
export const GAS_JpkgK = (CP_JpkgK * (GAMMA_frac - 1)) / GAMMA_frac;
export const STANDARD_Pa = 101325;
export const STEFAN_Wpm2K4 = 5.670374e-8;
/** orifice coefficient of wall openings, CFAST Technical Reference Guide (Bernoulli slabs) */
export const WALL_VENT_frac = 0.7;
/** orifice coefficient of horizontal openings, Cooper 1989 */
export const HATCH_frac = 0.68;
/** Below this difference the square root is replaced by a line, so that Newton meets no infinite slope: 13 mm/s. [D] */
export const SMOOTH_Pa = 1e-4;
/** Share of a room a layer keeps when it would vanish, so that its temperature stays defined. [D] */
export const THIN_frac = 1e-3;
/** Back of a wall to air at rest: 4 convective + 5 radiative, SFPE Handbook ch. heat transfer [M] */
export const BACK_Wpm2K = 9;
/** Lowest convection under a moving hot layer; models.md 1.3 */
export const STIRRED_Wpm2K = 5;
/** No flame gas is hotter: keeps the property bounded where a curve asks the impossible. [D] */
export const HOTTEST_K = 2300;
/** Rooms never get colder than this (property bound). [D] */
export const COLDEST_K = 200;
