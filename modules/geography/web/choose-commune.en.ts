import type { choose as vi } from './choose-commune.vi.ts'

export const choose: typeof vi = {
  province: 'Province',
  commune: 'Commune, ward or special zone',
  problems: { 'geography.area_not_found': 'There is no such unit.' },
}
