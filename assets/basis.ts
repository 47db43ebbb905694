/**
 * Brings the texture transcoder of three into public/basis, without its run-time code generation: the server's content
 * policy forbids turning text into code. The two replaced places do what Emscripten's own DYNAMIC_EXECUTION=0 does.
 */
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..');
const FROM = join(ROOT, 'node_modules', 'three', 'examples', 'jsm', 'libs', 'basis');
const TO = join(ROOT, 'public', 'basis');

/** Calls a function of the wasm module: arguments to wire types, result back, destructors run. */
const INVOKER = `var invokerFn=function(...given){
if(given.length!==argCount-2){throwBindingError("function "+humanName+" called with "+given.length+" arguments, expected "+(argCount-2))}
var destructors=needsDestructorStack?[]:null;var wired=[];var thisWired;
if(isClassMethodFunc){thisWired=argTypes[1].toWireType(destructors,this);wired.push(thisWired)}
for(var i=2;i<argCount;++i){wired.push(argTypes[i].toWireType(destructors,given[i-2]))}
var rv=cppInvokerFunc(cppTargetFunc,...wired);
if(needsDestructorStack){runDestructors(destructors)}else{for(var i=isClassMethodFunc?1:2;i<argCount;++i){
if(argTypes[i].destructorFunction!==null){argTypes[i].destructorFunction(i===1?thisWired:wired[i-(isClassMethodFunc?1:2)])}}}
if(returns){return argTypes[0].fromWireType(rv)}};`;

/** Calls a function of the page for the wasm module: arguments read from its memory one after another. */
const CALLER = `var invokerFunction=function(obj,func,destructorsRef,from){
var read=[];var offset=0;for(var i=0;i<argCount;++i){read.push(types[i].readValueFromPointer(from+offset));offset+=types[i].argPackAdvance}
var rv=kind===1?Reflect.construct(func,read):kind===0?func.call(obj,...read):func.call(...read);
if(!retType.isVoid){return emval_returnValue(retType,destructorsRef,rv)}};`;

/** Replaces the one place that begins and ends so; a transcoder of another make is an error, not a guess. */
function replaceOnce(text: string, begin: string, end: string, by: string): string {
  const from = text.indexOf(begin);
  const to = text.indexOf(end, from);
  if (from < 0 || to < 0 || text.indexOf(begin, from + 1) >= 0)
    throw new Error(`The transcoder of this three is another one: "${begin}" is not in it once.`);
  return text.slice(0, from) + by + text.slice(to + end.length);
}

mkdirSync(TO, { recursive: true });
let text = readFileSync(join(FROM, 'basis_transcoder.js'), 'utf8');
text = replaceOnce(
  text,
  'let[args,invokerFnBody]=createJsInvoker(',
  'newFunc(Function,args)(...closureArgs);',
  INVOKER,
);
text = replaceOnce(text, 'var functionBody=`return function (obj, func', 'newFunc(Function,params)(...args);', CALLER);
writeFileSync(join(TO, 'basis_transcoder.js'), text);
copyFileSync(join(FROM, 'basis_transcoder.wasm'), join(TO, 'basis_transcoder.wasm'));
console.log('public/basis holds the transcoder.');
