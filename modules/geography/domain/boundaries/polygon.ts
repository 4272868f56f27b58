/** Longitude and latitude in degrees (WGS84). */
export type Position = readonly [number, number]
/** Closed: the first position is the last one too. */
export type Ring = readonly Position[]
/** The outer ring, then its holes. */
export type Polygon = readonly Ring[]
