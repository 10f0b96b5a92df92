note('module runs');
export default 'module';
