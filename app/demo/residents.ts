export async function fillWithResidents(given: object) {
  await Promise.resolve(given)
}
