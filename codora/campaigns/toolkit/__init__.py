"""What helps to invite people: a poster and letters, made anew for each request, so never out of date."""
