import { FacilitiesPage } from './facilities-page.tsx'

export function FacilitiesRoute() {
  return <FacilitiesPage />
}
