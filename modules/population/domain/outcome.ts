/** What became of a change that was told. */
export const outcomes = [
  /** It was recorded. */
  'recorded',
  /** The register had it already. */
  'known',
  /** A later fact is known. */
  'outdated',
  /** Somebody has to decide: a change request was opened. */
  'asked',
  /** A change request of the same content is open already. */
  'asked_before',
  /** About nobody of this register. */
  'unknown_person',
  /** It cannot be understood, or the register refuses it; kept as it came. */
  'refused',
] as const
export type Outcome = (typeof outcomes)[number]

/** Why somebody has to decide, or why it was refused. */
export const reasons = [
  /** An officer recorded the field with a paper before them. */
  'officer_has_evidence',
  /** Money depends on it. */
  'receives',
  /** Name, sex or birth are not those of whom the number belongs to here. */
  'another_person',
  /** Only a number was told, and nobody has ever compared it. */
  'nobody_named',
  /** An officer recorded something about them after that day. */
  'seen_later',
  'two_homes_of_one_day',
  /** The population register told before that they were alive after that day. */
  'told_alive_later',
  /** The population register told before that the death was struck out. */
  'struck_out_before',
  /** Told under a number they had until lately. */
  'former_number',
  /** They are recorded as dead. */
  'recorded_dead',
  /** Another day of death is recorded. */
  'died_on_other_day',
  /** The number belongs to somebody else here. */
  'number_taken',
  /** No commune of this code, or not on that day. */
  'area_unknown',
  /** The day is to come, or before the birth. */
  'day_impossible',
  /** Nobody can be called so. */
  'name_impossible',
  /** To come, too long ago, after the death, or not the day of the change itself. */
  'birth_impossible',
  /** A parent would be born after the child, or be younger than twelve when it was. */
  'parent_too_young',
  'not_understood',
  /** It contradicts something else that is recorded. */
  'refused_by_register',
] as const
export type Reason = (typeof reasons)[number]
