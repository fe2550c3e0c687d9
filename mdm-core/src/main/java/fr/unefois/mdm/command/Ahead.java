package fr.unefois.mdm.command;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.FutureTask;

/**
 * Tasks that other threads begin ahead of who takes their results, in order. Who would have to wait for one that nobody
 * has begun does it himself. For one thread that gives and takes.
 */
public final class Ahead<T> implements AutoCloseable {
    private final Deque<FutureTask<T>> tasks = new ArrayDeque<>();
    private final int most = 2 * (ForkJoinPool.getCommonPoolParallelism() + 1);

    /** Whether so many tasks wait to be taken that more would only cost memory. */
    public boolean isFull() {
        return tasks.size() >= most;
    }

    public boolean isEmpty() {
        return tasks.isEmpty();
    }

    public void give(Callable<T> work) {
        FutureTask<T> task = new FutureTask<>(work);
        tasks.add(task);
        ForkJoinPool.commonPool().execute(task);
    }

    /** The result of the task given first. What it threw is thrown. */
    public T take() {
        FutureTask<T> task = tasks.remove();
        task.run(); // nothing, where another thread has begun it
        try {
            return task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for work to be done", e);
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            if (cause instanceof RuntimeException failure) {
                throw failure;
            }
            if (cause instanceof Error failure) {
                throw failure;
            }
            throw new IllegalStateException("work that was begun ahead failed", cause);
        }
    }

    /** Nobody takes the rest. */
    @Override
    public void close() {
        tasks.forEach(task -> task.cancel(false));
        tasks.clear();
    }
}
