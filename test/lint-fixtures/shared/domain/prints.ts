console.log('a score');
