/** Files dropped on a view: what the views need of them. */
export { chosenFiles, droppedFiles, hasFiles } from '../platform/dropped-files';
