import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { XmlDocument, XmlValidateError, XsdValidator } from 'libxml2-wasm'

/** The schemas of ISO 20022 are not ours to hand out: tests read them where they lie beside the checkout, or are skipped. */
const directory = [
  process.env['ISO20022_SCHEMAS'],
  fileURLToPath(new URL('../../../../../shared/standards/iso20022', import.meta.url)),
].find((place) => place !== undefined && existsSync(place))

export const haveSchemas = directory !== undefined

const validators = new Map<string, XsdValidator>()

/** What a message has that its schema does not allow; a message that is no XML at all throws. */
export async function faultsOf(message: string, xml: string): Promise<string[]> {
  let validator = validators.get(message)
  if (!validator) {
    const schema = XmlDocument.fromString(readFileSync(`${directory}/${message}.xsd`, 'utf8'))
    validators.set(message, (validator = XsdValidator.fromDoc(schema)))
  }
  const document = XmlDocument.fromString(xml)
  try {
    validator.validate(document)
    return []
  } catch (error) {
    if (error instanceof XmlValidateError) return error.details.map(({ message }) => message)
    throw error
  } finally {
    document.dispose()
  }
}
