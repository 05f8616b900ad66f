// @ts-check
/** Reads what is really on disk, past all code of the extension. */

/**
 * All rows of a table of the extension's database.
 * @param {import('./drivers/driver.mjs').Driver} driver
 * @param {'clips' | 'bodies' | 'images' | 'posts' | 'annotations' | 'connections' | 'publications'} table
 * @returns {Promise<any[]>} in the order of their ids, which is that of time
 */
export async function readStore(driver, table) {
  // A page of the extension's origin that runs none of its code.
  const view = await driver.openExtensionPage('icons/16.png');
  try {
    return await view.evaluate(readRows, table);
  } finally {
    await view.close();
  }
}

/**
 * Runs in the page.
 * @param {string} table
 * @returns {Promise<any[]>} bytes are left out
 */
function readRows(table) {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('clipsheet');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const db = opening.result;
      if (!db.objectStoreNames.contains(table)) {
        // Nothing was stored yet, and an empty database must not be in the way of the real one.
        db.close();
        indexedDB.deleteDatabase('clipsheet').onsuccess = () => resolve([]);
        return;
      }
      const rows = db.transaction(table).objectStore(table).getAll();
      rows.onerror = () => reject(rows.error);
      rows.onsuccess = () => {
        db.close();
        const plain = (/** @type {string} */ _key, /** @type {unknown} */ value) =>
          value instanceof Uint8Array ? { bytes: value.length } : value;
        resolve(JSON.parse(JSON.stringify(rows.result, plain)));
      };
    };
  });
}

/**
 * Empties every table, past all code of the extension.
 * @param {import('./drivers/driver.mjs').Driver} driver
 */
export async function clearStore(driver) {
  const view = await driver.openExtensionPage('icons/16.png');
  await view.evaluate(clearTables);
  await view.close();
}

/** Runs in the page. @returns {Promise<void>} */
function clearTables() {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('clipsheet');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const db = opening.result;
      const tables = [...db.objectStoreNames];
      if (tables.length === 0) {
        db.close();
        indexedDB.deleteDatabase('clipsheet').onsuccess = () => resolve();
        return;
      }
      const clearing = db.transaction(tables, 'readwrite');
      for (const table of tables) clearing.objectStore(table).clear();
      clearing.oncomplete = () => {
        db.close();
        resolve();
      };
    };
  });
}
