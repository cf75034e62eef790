take(|x| x + 7)
