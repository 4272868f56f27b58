/** Geography (địa giới): units by date, what became of them, classifications, the working-day calendar. */
export const geographyRoutes = {}
