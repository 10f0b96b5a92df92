export function compareWithTypeScript(){return {compared:1,wrong:0}}
