-- Time passes for a denial that nobody was told of too, and no event says so.
grant select (told_at) on denial to ${timer};
