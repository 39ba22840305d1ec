/**
 * Notes as the client library of ExcelApi 1.18 has them. The library on npm has none, so they are built of its own
 * pieces, as it builds comments; what goes over the wire is what the host gets of a library that has them.
 * https://learn.microsoft.com/javascript/api/excel/excel.notecollection
 */
export const NOTES_SHIM = `(() => {
  const { ClientObject, BatchApiHelper: api, Utility } = OfficeExtension;
  const FLAGS = { write: 0, read: 4 };
  const fixed = (target, value) => { if (value != null) Utility.fixObjectPathIfNecessary(target, value); };

  class Note extends ClientObject {
    get _className() { return 'Note'; }
    get _scalarPropertyNames() { return Object.keys(WIRE); }
    get _scalarPropertyOriginalNames() { return Object.values(WIRE); }
    get _scalarPropertyUpdateable() { return Object.keys(WIRE).map(name => name !== 'authorName'); }
    delete() { api.invokeMethod(this, 'Delete', 0, [], FLAGS.write, 0); }
    getLocation() {
      return api.createMethodObject(Excel.Range, this, 'GetLocation', 1, [], false, true, null, FLAGS.read);
    }
    load(options) { return Utility.load(this, options); }
    set(properties, options) { this._recursivelySet(properties, options, Object.keys(WIRE), [], []); }
    _handleResult(value) {
      super._handleResult(value);
      fixed(this, value);
      for (const [name, wire] of Object.entries(WIRE)) {
        if (value != null && value[wire] !== undefined) this['_' + name] = value[wire];
      }
    }
  }
  const WIRE = { authorName: 'AuthorName', content: 'Content', height: 'Height', visible: 'Visible', width: 'Width' };
  for (const [name, wire] of Object.entries(WIRE)) {
    Object.defineProperty(Note.prototype, name, {
      get() { Utility.throwIfNotLoaded(name, this['_' + name], 'Note', this._isNull); return this['_' + name]; },
      set(value) { this['_' + name] = value; api.invokeSetProperty(this, wire, value, FLAGS.write); },
    });
  }

  class NoteCollection extends ClientObject {
    get _className() { return 'NoteCollection'; }
    get _isCollection() { return true; }
    get items() { Utility.throwIfNotLoaded('items', this.m__items, 'NoteCollection', this._isNull); return this.m__items; }
    add(cellAddress, content) {
      return api.createMethodObject(Note, this, 'Add', 0, [cellAddress, content], false, true, null, FLAGS.write);
    }
    getCount() { return api.invokeMethod(this, 'GetCount', 1, [], FLAGS.read, 0); }
    getItem(key) { return api.createIndexerObject(Note, this, [key]); }
    getItemAt(index) {
      return api.createMethodObject(Note, this, 'GetItemAt', 1, [index], false, false, null, FLAGS.read);
    }
    getItemOrNullObject(key) {
      return api.createMethodObject(Note, this, 'GetItemOrNullObject', 1, [key], false, false, null, FLAGS.read);
    }
    load(options) { return Utility.load(this, options); }
    _handleResult(value) {
      super._handleResult(value);
      fixed(this, value);
      this.m__items = value?._Items?.map((data, index) => {
        const item = api.createChildItemObject(Note, true, this, data, index);
        item._handleResult(data);
        return item;
      });
    }
  }

  for (const type of [Excel.Worksheet, Excel.Workbook]) {
    Object.defineProperty(type.prototype, 'notes', {
      configurable: true,
      get() { return (this.m_notes ??= api.createPropertyObject(NoteCollection, this, 'Notes', true, FLAGS.read)); },
    });
  }
  Object.assign(Excel, { Note, NoteCollection });
})();`;
