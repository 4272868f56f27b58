declare module 'shpjs' {
  /** The shapes of a .shp as geometries of GeoJSON, one for each record. */
  export function parseShp(shp: Uint8Array, projection?: unknown): unknown[]
  /** The rows of a .dbf, in the order of the shapes. */
  export function parseDbf(dbf: Uint8Array, encoding?: Uint8Array | string): unknown[]
}
